import { z } from "zod";
import { type Day, isTimeZone } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { parseAddress } from "../team/address";
import { lineField } from "../team/line-field";

const dayField = (required?: string) =>
  z.string().transform((typed, context): Day | null => {
    const text = typed.trim();
    if (text === "" && required === undefined) return null;
    const problem = text === "" ? (required ?? null) : dayProblem(text);
    if (problem === null) return text as Day;
    context.addIssue(problem);
    return z.NEVER;
  });

const optionalAddress = z.string().transform((typed, context): string | null => {
  if (typed.trim() === "") return null;
  const address = parseAddress(typed);
  if (address !== null) return address;
  context.addIssue("Enter one plain e-mail address, like ana@lab.example.org, or leave it empty.");
  return z.NEVER;
});

/** What is known of a person of the team; `endsOn` is the last day, null while it is open. */
export const personForm = z
  .strictObject({
    name: lineField(120, "Write the person's name."),
    email: optionalAddress,
    position: lineField(120),
    institution: lineField(200),
    timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
    startsOn: dayField("Choose the first day on the team."),
    endsOn: dayField(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
    path: ["endsOn"],
    message: "The last day cannot come before the first.",
    // Shown beside other problems, not only once all else is right.
    when: ({ value }) => {
      const { startsOn, endsOn } = value as { startsOn?: unknown; endsOn?: unknown };
      return typeof startsOn === "string" && typeof endsOn === "string";
    },
  });
/** A person's form as typed. */
export type PersonFields = z.input<typeof personForm>;
/** A person's form as checked. */
export type PersonFacts = z.output<typeof personForm>;

export const createPersonForm = personForm;

/** A change carries the version it was based on. */
export const updatePersonForm = z.strictObject({
  id: z.uuid("This person is unknown; load the page again."),
  version: z.int().min(1),
  person: personForm,
});
export type UpdatePerson = z.output<typeof updatePersonForm>;
