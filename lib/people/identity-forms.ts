import { z } from "zod";
import type { IdentityScheme } from "../archives/qualification";
import { addDays, type Day } from "../dates/day";
import { optionalDayField } from "../dates/day-field";
import { proofField } from "../documents/proof-forms";
import { lineField } from "../team/line-field";

/** What is typed about an account; days as `YYYY-MM-DD`, empty while not known. */
export const identityForm = z.strictObject({
  value: lineField(254, "Write the name of the account."),
  verifiedOn: optionalDayField,
  endsOn: optionalDayField,
});
export type IdentityFields = z.input<typeof identityForm>;
type IdentityTyped = z.output<typeof identityForm>;

/** `commandId` is made by the form: the same form sent twice records one account. */
export const recordIdentityForm = z.strictObject({
  commandId: z.uuid("This form is broken; load the page again."),
  personId: z.uuid("This person is unknown; load the page again."),
  scheme: z.string().max(60),
  documentId: proofField,
  identity: identityForm,
});
export type RecordIdentity = z.output<typeof recordIdentityForm>;

const which = {
  id: z.uuid("This account is unknown; load the page again."),
  version: z.int32().min(1),
};

/** A change carries the version it was based on. */
export const updateIdentityForm = z.strictObject({ ...which, identity: identityForm });
export type UpdateIdentity = z.output<typeof updateIdentityForm>;

export const removeIdentityForm = z.strictObject(which);
export type RemoveIdentity = z.output<typeof removeIdentityForm>;

/** An account as it is kept; `key` is the same for two spellings of one account. */
export interface IdentityFacts {
  value: string;
  key: string;
  verifiedOn: Day | null;
  endsOn: Day | null;
}

/**
 * A typed account as it is kept, or the field that cannot be right and why. Where the scheme's
 * links last for some days only, an end that was left open follows from the day of verifying.
 * @param latest the latest calendar day that it is anywhere
 */
export function readIdentity(
  scheme: IdentityScheme,
  { value, verifiedOn, endsOn }: IdentityTyped,
  latest: Day,
): { ok: true; facts: IdentityFacts } | { ok: false; field: string; message: string } {
  const refuse = (field: string, message: string) => ({ ok: false as const, field, message });
  const key = new RegExp(scheme.pattern, "u").test(value) ? scheme.normalise(value) : null;
  if (key === null) return refuse("value", wrongValue(scheme));
  if (verifiedOn !== null && verifiedOn > latest) {
    return refuse("verifiedOn", "This day is still to come; record it once it was verified.");
  }
  const end = endsOn ?? endOfLink(scheme, verifiedOn);
  if (verifiedOn !== null && end !== null && end < verifiedOn) {
    return refuse("endsOn", "The end lies before the day on which it was verified; check both.");
  }
  return { ok: true, facts: { value, key, verifiedOn, endsOn: end } };
}

function wrongValue({ name, example }: IdentityScheme): string {
  return `This cannot be right for the ${name}; write it like ${example}, and check each character.`;
}

function endOfLink({ lastsDays }: IdentityScheme, verifiedOn: Day | null): Day | null {
  return lastsDays === null || verifiedOn === null ? null : addDays(verifiedOn, lastsDays);
}
