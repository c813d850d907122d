/** What a line of a list of members names. */
export type LineKind = "person" | "group" | "service";

/** One member as a list writes it. `keys` are the spellings by which a person may be found. */
export interface RosterLine {
  value: string;
  kind: LineKind;
  keys: string[];
}

/** The most members of a list that are compared. */
export const MOST_MEMBERS = 5_000;
const EMAIL = /[^\s<>,;"'|:()]+@[^\s<>,;"'|()]+\.[a-z]{2,}/i;
const SERVICE = /^serviceaccount:|\.gserviceaccount\.com$|:role\/|^arn:aws:iam::\d+:root$/i;
const GROUP =
  /^(?:group|domain|projectowner|projecteditor|projectviewer):|^(?:all(?:authenticated)?users|\*)$|:group\//i;
/** What names a member in the JSON of a cloud, beside actions, resources, roles and marks. */
const MEMBER =
  /^(?:user|group|domain|serviceaccount|project(?:owner|editor|viewer)|principal(?:set)?|deleted):|^(?:all(?:authenticated)?users|\*)$|^arn:aws[\w-]*:(?:iam|sts):/i;
const HEADINGS = /^(?:e-?mail|user(?:name)?|member|name|login|account|principal)\b/i;
/** A line of /etc/group or `getent group`: name, password, number, members. */
const UNIX_GROUP = /^[^\s:]+:[^:]*:\d+:(.*)$/;

/**
 * Reads who is in a bucket or a group: one member a line, a table with a column of addresses, a
 * policy in JSON as cloud tools print it, or a line of a Unix group file. Each member comes once, in
 * the order of the list; headings and empty lines are left out. Never throws.
 */
export function readRoster(text: string): RosterLine[] {
  const found = (fromJson(text) ?? fromLines(text)).flatMap((part) => lineOf(part));
  const seen = new Set<string>();
  return found.filter(
    ({ value }) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()),
  );
}

function fromJson(text: string): string[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    const isPlain = Array.isArray(parsed) && parsed.every((part) => typeof part === "string");
    return stringsIn(parsed).filter((part) => isPlain || EMAIL.test(part) || MEMBER.test(part));
  } catch {
    return null;
  }
}

/** Every text that a JSON value holds, but the names of its keys. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function fromLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.flatMap((line, at) => {
    const [, members] = UNIX_GROUP.exec(line) ?? [];
    if (members !== undefined) return members.split(",");
    const isHeading = at === 0 && HEADINGS.test(line) && !EMAIL.test(line);
    return isHeading ? [] : [line];
  });
}

function lineOf(text: string): RosterLine[] {
  const whole = text.trim().replace(/^["']|["']$/g, "");
  if (whole === "") return [];
  const plain = whole.replace(/^user:/i, "");
  const [email] = EMAIL.exec(plain) ?? [];
  const value = whole.slice(0, 300);
  if (SERVICE.test(whole) || (email && SERVICE.test(email)))
    return [{ value, kind: "service", keys: [] }];
  if (GROUP.test(whole)) return [{ value, kind: "group", keys: [] }];
  const [cell = ""] = plain.split(/[\t;,|]/);
  const name = /:user\/(?:.*\/)?([^/]+)$/.exec(plain)?.[1] ?? cell.trim();
  const keys = [email, name, plain].flatMap((key) => (key ? [key.toLowerCase()] : []));
  return [
    {
      value: email && plain.length > 120 ? email : value,
      kind: "person",
      keys: [...new Set(keys)],
    },
  ];
}
