import { z } from "zod";
import { archiveByCode } from "../archives/index";
import { PERSON_FUNCTIONS } from "../archives/lifecycle";
import { dayField, optionalDayField } from "../dates/day-field";
import { lineField } from "../team/line-field";
import { checkNamed, checkSignatures, endProblem } from "./form-checks";
import { reportTerms } from "./report-terms";
import { SIGNING_FUNCTIONS } from "./signing-functions";
import { CHANGES } from "./version";

const BROKEN = "This form is broken; load the page again.";
const commandId = z.uuid(BROKEN);
const id = z.uuid(BROKEN);
const version = z.int32().min(1);
const optionalId = z
  .union([z.literal(""), z.uuid("Choose one of the list.")])
  .transform((typed) => typed || null);
const heldFunction = z.enum(PERSON_FUNCTIONS, "Choose a function from the list.");

/** Somebody named, as typed; an empty first day is the agreement's own. */
const namedForm = z.strictObject({
  personId: z.uuid("Choose a person."),
  function: heldFunction,
  startsOn: optionalDayField,
  endsOn: optionalDayField,
});

/** A signature as typed: of a person of the team, or of `signatory` where that is empty. */
const signatureForm = z.strictObject({
  personId: optionalId,
  signatory: lineField(200),
  function: z.enum(SIGNING_FUNCTIONS, "Choose a function from the list."),
  signedOn: dayField("Choose the day of the signature."),
  documentId: optionalId,
});
export type NewSignature = z.output<typeof signatureForm>;

/** What a text is, and how long it binds. */
const text = {
  name: lineField(200, "Write the name of the agreement as its title says it."),
  textVersion: lineField(40),
  textDate: optionalDayField,
  documentId: optionalId,
  startsOn: dayField("Choose the day from which it binds."),
  endsOn: optionalDayField,
  unitIds: z
    .array(z.uuid("Choose one of the list."))
    .min(1, "Choose what the agreement covers.")
    .max(200, "An agreement covers 200 units at most.")
    .transform((ids) => [...new Set(ids)]),
};
const between = {
  parties: z
    .array(lineField(200))
    .max(20, "Name 20 parties at most.")
    .transform((names) => [...new Set(names.filter((name) => name !== ""))]),
  governingLaw: lineField(100),
  ...reportTerms,
};

/** A text that was agreed, as typed when it is first recorded. */
export const agreementForm = z
  .strictObject({
    archive: z
      .string()
      .refine((code) => archiveByCode(code) !== undefined, "Choose an archive from the list."),
    ...text,
    dac: lineField(200).transform((typed) => typed || null),
    ...between,
    people: z.array(namedForm).max(200, "Name 200 people at most."),
    signatures: z.array(signatureForm).max(200, "Record 200 signatures at most."),
  })
  .check(endProblem, checkNamed, checkSignatures);
export type AgreementFields = z.input<typeof agreementForm>;

/** `commandId` is made by the form: the same form sent twice records one agreement. */
export const createAgreementForm = z.strictObject({ commandId, agreement: agreementForm });
export type CreateAgreement = z.output<typeof createAgreementForm>;

/** What may change on an agreement whose text stands: its end, its parties, its law. */
export const changeForm = z
  .strictObject({
    endsOn: optionalDayField,
    /** The first day on which it holds no more, because somebody ended it. */
    endedOn: optionalDayField,
    endedBy: z.enum(["", "revoked", "closed"], "Say who ended it."),
    ...between,
  })
  .refine(({ endedOn, endedBy }) => endedOn === null || endedBy !== "", {
    path: ["endedBy"],
    message: "Say who ended it.",
  });
export type ChangeFields = z.input<typeof changeForm>;

/** A change carries the version it was based on. */
export const updateAgreementForm = z.strictObject({ id, version, change: changeForm });
export type UpdateAgreement = z.output<typeof updateAgreementForm>;

/** The next version of a text; its parties, law and named people are those of the one before. */
export const versionForm = z
  .strictObject({ ...text, change: z.enum(CHANGES, "Say whether it must be signed again.") })
  .check(endProblem);
export type VersionFields = z.input<typeof versionForm>;
export const addVersionForm = z.strictObject({ commandId, id, version, next: versionForm });
export type AddVersion = z.output<typeof addVersionForm>;

/** Names somebody in an agreement that exists. */
export const nameForm = z.strictObject({ commandId, agreementId: id, named: namedForm });
export type NamePerson = z.output<typeof nameForm>;

/** Sets the last day of a name in an appendix; `was` is the one that the page showed. */
export const endNamingForm = z.strictObject({
  id,
  was: optionalDayField,
  endsOn: dayField("Choose the last day."),
});
export type EndNaming = z.output<typeof endNamingForm>;

/** A signature on an agreement that exists. */
export const recordSignatureForm = z.strictObject({
  commandId,
  agreementId: id,
  signature: signatureForm,
});
export type RecordSignature = z.output<typeof recordSignatureForm>;
