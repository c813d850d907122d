/** Words by namespace; a message is a leaf. */
export interface Words {
  readonly [name: string]: string | Words;
}

/** A part of some words: those under each path, `shell` or `requests.status`. Unknown paths throw: a defect. */
export function partOf(words: Words, paths: readonly string[]): Words {
  return paths.map((path) => branch(words, path.split("."))).reduce(together, {});
}

function branch(words: Words, [name = "", ...rest]: readonly string[]): Words {
  const own = words[name];
  if (own === undefined || (typeof own === "string" && rest.length > 0)) {
    throw new Error(`There are no words under ${name}`);
  }
  return { [name]: typeof own === "string" || rest.length === 0 ? own : branch(own, rest) };
}

/** The words of both; of the same message the second one's. */
export function together(one: Words, other: Words): Words {
  const both: Record<string, string | Words> = { ...one };
  for (const [name, own] of Object.entries(other)) {
    const known = both[name];
    both[name] = typeof own === "object" && typeof known === "object" ? together(known, own) : own;
  }
  return both;
}
