import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import { instantNear } from "../dates/moment";
import { spanOf } from "../lists/days";
import type { ListQuery } from "../lists/query";
import type { ListShape } from "../lists/shape";

/** The names of a list's fields, of those of a kind. */
export type FieldName<Shape extends ListShape, Kind = string> = Extract<
  Shape["fields"][number],
  { kind: Kind }
>["name"];

/** What each field of a list asks of a row, as SQL, for one value. */
export type Conditions<Name extends string = string> = Readonly<
  Record<Name, (value: string) => Prisma.Sql>
>;

/** A column of type date; or one of instants, whose days are those of a clock in `timeZone`. */
type DayColumn = Prisma.Sql | { instants: Prisma.Sql; timeZone: string };

/** What the fields of days ask, each of its column, on the reader's day. */
export function dayConditions<Shape extends ListShape>(
  shape: Shape,
  columns: Readonly<Record<FieldName<Shape, "day">, DayColumn>>,
  today: Day,
): Conditions<FieldName<Shape, "day">> {
  const made: Record<string, (value: string) => Prisma.Sql> = {};
  for (const field of shape.fields) {
    if (field.kind !== "day") continue;
    const column = columns[field.name as FieldName<Shape, "day">];
    made[field.name] = (value) => within(column, value, field.looks, today);
  }
  return made as Conditions<FieldName<Shape, "day">>;
}

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

function within(asked: DayColumn, value: string, looks: "ahead" | "back", today: Day): Prisma.Sql {
  const column = "instants" in asked ? asked.instants : asked;
  const span = spanOf(value, looks, today);
  if (span === "none") return Prisma.sql`${column} is null`;
  // Worked out here, since a database may know other time zones, or other rules of them.
  const start = (day: Day) =>
    "instants" in asked
      ? Prisma.sql`${instantNear(day, "00:00", asked.timeZone).toISOString()}::timestamptz`
      : Prisma.sql`${day}::date`;
  const { from, before } = span;
  return Prisma.sql`(${column} is not null
    and ${from ? Prisma.sql`${column} >= ${start(from)}` : Prisma.sql`true`}
    and ${before ? Prisma.sql`${column} < ${start(before)}` : Prisma.sql`true`})`;
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
