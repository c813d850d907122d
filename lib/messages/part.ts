/** A message as it is written, or as the build compiles it for the pages: a list, unless it is plain. */
export type Message = string | readonly unknown[];

/** Words by namespace; a message is a leaf. */
export interface Words {
  readonly [name: string]: Message | Words;
}

function isMessage(words: Message | Words | undefined): words is Message {
  return typeof words === "string" || Array.isArray(words);
}

/** A part of some words: those under each path, `shell` or `requests.status`. Unknown paths throw: a defect. */
export function partOf(words: Words, paths: readonly string[]): Words {
  return paths.map((path) => branch(words, path.split("."))).reduce(together, {});
}

function branch(words: Words, [name = "", ...rest]: readonly string[]): Words {
  const own = words[name];
  if (own === undefined || (isMessage(own) && rest.length > 0)) {
    throw new Error(`There are no words under ${name}`);
  }
  return { [name]: isMessage(own) || rest.length === 0 ? own : branch(own, rest) };
}

/** The words of both; of the same message the second one's. */
export function together(one: Words, other: Words): Words {
  const both: Record<string, Message | Words> = { ...one };
  for (const [name, own] of Object.entries(other)) {
    const known = both[name];
    both[name] = isMessage(own) || !known || isMessage(known) ? own : together(known, own);
  }
  return both;
}
