import { z } from "zod";
import { COUNTRIES } from "../archives/countries";
import { isTimeZone } from "../dates/day";
import { dayField, optionalDayField } from "../dates/day-field";
import { DEFAULT_LANGUAGE } from "../languages";
import { languageField } from "../team/account-form";
import { parseAddress } from "../team/address";
import { lineField } from "../team/line-field";
import { RANKS } from "./rank";

const optionalAddress = z.string().transform((typed, context): string | null => {
  if (typed.trim() === "") return null;
  const address = parseAddress(typed);
  if (address !== null) return address;
  context.addIssue("Enter one plain e-mail address, like ana@lab.example.org, or leave it empty.");
  return z.NEVER;
});

const rank = optionalChoice(RANKS, "Choose a role from the list.");
const country = optionalChoice(
  COUNTRIES.map(({ value }) => value),
  "Choose a country from the list.",
);

/** What is known of a person of the team; `endsOn` is the last day, null while it is open. */
export const personForm = z
  .strictObject({
    name: lineField(120, "Write the person's name."),
    email: optionalAddress,
    position: lineField(120),
    institution: lineField(200),
    rank,
    country,
    timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
    // Absent in what was stored or sent before Gatebook spoke more than one language.
    language: languageField.default(DEFAULT_LANGUAGE),
    startsOn: dayField("Choose the first day on the team."),
    endsOn: optionalDayField,
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ["endsOn"],
    message: "The last day cannot come before the first.",
    // Shown beside other problems, not only once all else is right.
    when: ({ value }) => {
      const { startsOn, endsOn } = (value ?? {}) as { startsOn?: unknown; endsOn?: unknown };
      return typeof startsOn === "string" && typeof endsOn === "string";
    },
  });
/** A person's form as typed. */
export type PersonFields = z.input<typeof personForm>;
/** The fields of a person's form, in the order in which they are asked. */
export const PERSON_FIELDS = [
  "name",
  "email",
  "position",
  "institution",
  "rank",
  "country",
  "timeZone",
  "language",
  "startsOn",
  "endsOn",
] as const satisfies readonly (keyof PersonFields)[];
/** A person's form as checked. */
export type PersonFacts = z.output<typeof personForm>;

function optionalChoice(codes: readonly string[], sentence: string) {
  return z.string().refine((code) => code === "" || codes.includes(code), sentence);
}

/** `commandId` is made by the form: the same form sent twice adds one person. */
export const createPersonForm = z.strictObject({
  commandId: z.uuid("This form is broken; load the page again."),
  person: personForm,
});
export type CreatePerson = z.output<typeof createPersonForm>;

/** A change carries the version it was based on. */
export const updatePersonForm = z.strictObject({
  id: z.uuid("This person is unknown; load the page again."),
  version: z.int32().min(1),
  person: personForm,
});
export type UpdatePerson = z.output<typeof updatePersonForm>;
