import { Prisma } from "@/prisma/client/client";
import type { Tx } from "./transaction";

/** A character that no id, code or day holds; other texts are no columns for `lists`. */
const BETWEEN = "\u001f";

/** The rows of one group: the ids that they have in common, and of each column a list. */
export type Lists<By extends string, Column extends string> = Record<By, string> &
  Record<Column, string[]>;

/**
 * Rows by the ids that they share, where there are thousands: PostgreSQL writes a column as one text
 * in a fifth of the time that it takes for rows in JSON, and it is read here in a fifth, too.
 * @param by columns of uuids
 * @param columns SQL by name, for ids, codes and days; what is null comes as an empty text
 * @param from what follows `from`
 */
export async function lists<By extends string, Column extends string>(
  tx: Tx,
  by: readonly By[],
  columns: Readonly<Record<Column, string>>,
  from: Prisma.Sql,
): Promise<Lists<By, Column>[]> {
  const names = Object.keys(columns) as Column[];
  const texts = names.map(
    (name) => `array_to_string(array_agg(${columns[name]}), chr(31), '') as "${name}"`,
  );
  const keys = by.map((key) => `"${key}"::text`);
  const groups = await tx.$queryRaw<Record<string, string>[]>`
    select ${Prisma.raw([...keys, ...texts].join())} from ${from}
    group by ${Prisma.raw(by.map((key) => `"${key}"`).join())}`;
  for (const group of groups as Record<string, string | string[]>[]) {
    for (const name of names) group[name] = (group[name] as string).split(BETWEEN);
  }
  return groups as unknown as Lists<By, Column>[];
}
