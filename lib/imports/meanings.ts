/** What a column can mean. `note` is kept in words only, `none` is left out. */
export const MEANINGS = [
  "archive",
  "unit",
  "unitTitle",
  "unitVersion",
  "consentCode",
  "dac",
  "title",
  "requestNumber",
  "itemNumber",
  "person",
  "email",
  "account",
  "status",
  "statusOn",
  "decidedOn",
  "startsOn",
  "endsOn",
  "note",
  "none",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The columns that hold a day. */
export const DAY_MEANINGS = ["statusOn", "decidedOn", "startsOn", "endsOn"] as const;

/** The indexes of the columns with one of these meanings. */
export function columnsOf(columns: readonly Meaning[], meanings: readonly Meaning[]): number[] {
  return columns.flatMap((meaning, index) => (meanings.includes(meaning) ? [index] : []));
}
