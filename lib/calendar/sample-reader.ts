/** For tests: a part of an iCalendar file as a program reads it that knows nothing of how we write. */
export interface ReadPart {
  name: string;
  /** Values by the names of their properties, unescaped where they are text (RFC 5545, 3.3.11). */
  values: ReadonlyMap<string, string>;
  parts: readonly ReadPart[];
}

const TEXTS = ["SUMMARY", "DESCRIPTION", "UID", "NAME", "X-WR-CALNAME"];
const CONTENT_LINE = /^([A-Z-]+)((?:;[A-Z-]+=[^";:,\p{Cc}]+)*):(\P{Cc}*)$/u;

/**
 * For tests: reads an iCalendar file by RFC 5545, 3.1 and 3.6. Lenient in nothing: long lines, lines
 * that are none, properties given twice, parts that do not close and text after the end are errors.
 * @throws Error
 */
export function readCalendarFile(text: string): ReadPart {
  if (!text.endsWith("\r\n")) throw new Error("The last line does not end");
  const folded = text.slice(0, -2).split("\r\n");
  const long = folded.find((line) => Buffer.byteLength(line, "utf8") > 75);
  if (long !== undefined) throw new Error(`Longer than 75 octets: ${long}`);
  const lines = folded.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  const calendar = readPart(lines);
  if (calendar.name !== "VCALENDAR" || lines.length > 0) throw new Error("Not one calendar");
  return calendar;
}

/** Takes the lines of one part, and of those within it, off the front. */
function readPart(lines: string[]): ReadPart {
  const name = readLine(lines, "BEGIN").value;
  const values = new Map<string, string>();
  const parts: ReadPart[] = [];
  while (!lines[0]?.startsWith("END:")) {
    if (lines[0]?.startsWith("BEGIN:")) {
      parts.push(readPart(lines));
      continue;
    }
    const { property, value } = readLine(lines);
    if (values.has(property)) throw new Error(`${property} twice`);
    values.set(property, TEXTS.includes(property) ? unescaped(value) : value);
  }
  if (readLine(lines).value !== name) throw new Error(`${name} does not end`);
  return { name, values, parts };
}

function readLine(lines: string[], expected?: string): { property: string; value: string } {
  const line = lines.shift();
  const [, property, , value] = CONTENT_LINE.exec(line ?? "") ?? [];
  if (property === undefined || value === undefined) throw new Error(`Not a line: ${line}`);
  if (expected && property !== expected) throw new Error(`Not ${expected}: ${line}`);
  return { property, value };
}

function unescaped(value: string): string {
  const bare = value.replace(/\\[\\;,nN]/g, "");
  if (/[\\;,]/.test(bare)) throw new Error(`Not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}
