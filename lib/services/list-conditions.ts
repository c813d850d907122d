import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import { spanOf } from "../lists/days";
import type { ListQuery } from "../lists/query";

/** What each field of a list asks of a row, as SQL, for one value. */
export type Conditions = Readonly<Record<string, (value: string) => Prisma.Sql>>;

/**
 * All clauses and words of a search as one condition. A clause holds where any of its values does; a
 * negated one wherever that is not true, so also where nothing is known.
 */
export function conditionsOf(
  { clauses, words }: ListQuery,
  conditions: Conditions,
  word: (text: string) => Prisma.Sql,
): Prisma.Sql {
  const parts = clauses.map(({ field, isNot, values }) => {
    const condition = conditions[field];
    if (!condition) throw new RangeError(`No condition for the field ${field}`);
    const any = Prisma.join(values.map(condition), " or ");
    return isNot ? Prisma.sql`((${any}) is not true)` : Prisma.sql`(${any})`;
  });
  return Prisma.join([Prisma.sql`true`, ...parts, ...words.map(word)], " and ");
}

/** Whether a text holds another one, whatever the case. */
export function contains(column: Prisma.Sql, text: string): Prisma.Sql {
  return Prisma.sql`strpos(lower(${column}), lower(${text})) > 0`;
}

/** Whether a column of type date lies within what a search asks, on the reader's day. */
export function within(
  column: Prisma.Sql,
  value: string,
  looks: "ahead" | "back",
  today: Day,
): Prisma.Sql {
  const span = spanOf(value, looks, today);
  if (span === "none") return Prisma.sql`${column} is null`;
  const { from, before } = span;
  return Prisma.sql`(${column} is not null
    and ${from ? Prisma.sql`${column} >= ${from}::date` : Prisma.sql`true`}
    and ${before ? Prisma.sql`${column} < ${before}::date` : Prisma.sql`true`})`;
}

/** A day to sort by: the days that are missing come last, whichever way it is sorted. */
export function dayKey(column: Prisma.Sql, direction: "asc" | "desc"): Prisma.Sql {
  const last = direction === "asc" ? "infinity" : "-infinity";
  return Prisma.sql`coalesce(${column}, ${last}::date)`;
}

/** Text to sort by, the same on every server: small letters by their code, what is missing last. */
export function textKey(column: Prisma.Sql, direction: "asc" | "desc"): Prisma.Sql {
  const last = direction === "asc" ? "\u{10ffff}" : "";
  return Prisma.sql`coalesce(nullif(lower(${column}), ''), ${last}) collate "C"`;
}
