import { z } from "zod";
import { dayField } from "../dates/day-field";
import { lineField } from "../team/line-field";
import { COPY_KINDS, PLACE_KINDS } from "./copy";

const BROKEN = "This form is broken; load the page again.";
const id = z.uuid(BROKEN);
const version = z.int32().min(1);
const optionalId = z
  .union([z.literal(""), z.uuid("Choose one of the list.")])
  .transform((typed) => typed || null);

/** A copy of data as typed. Without a request it is of data whose request is not known. */
const copyForm = z.strictObject({
  kind: z.enum(COPY_KINDS, "Choose what it is."),
  what: lineField(200, "Say what lies there, so that somebody else would find it."),
  placeKind: z.enum(PLACE_KINDS, "Choose a kind of place."),
  place: lineField(300, "Write the machine and the folder, the bucket, or where it is kept."),
  putById: z.uuid("Choose a person."),
  putOn: dayField("Choose the day since when it lies there."),
  requestId: optionalId,
  unitIds: z
    .array(z.uuid("Choose one of the list."))
    .min(1, "Choose whose data it holds.")
    .max(200, "A copy holds 200 data sets at most.")
    .transform((ids) => [...new Set(ids)]),
  madeOfId: optionalId,
});
export type CopyFields = z.output<typeof copyForm>;

/** `commandId` is made by the form: the same form sent twice registers one copy. */
export const registerCopyForm = z.strictObject({ commandId: id, copy: copyForm });
export type RegisterCopy = z.output<typeof registerCopyForm>;

export const changeCopyForm = z.strictObject({ id, version, copy: copyForm });
export type ChangeCopy = z.output<typeof changeCopyForm>;

export const destroyCopyForm = z.strictObject({
  id,
  version,
  destruction: z.strictObject({
    destroyedOn: dayField("Choose the day on which it was destroyed."),
    method: lineField(200, "Say how it was destroyed."),
    destroyedById: z.uuid("Choose a person."),
    witness: lineField(200, "Name who saw it, or checked that it is gone."),
    documentId: optionalId,
  }),
});
export type DestroyCopy = z.output<typeof destroyCopyForm>;

/** Takes back a destruction that did not happen, or not of this copy. */
export const restoreCopyForm = z.strictObject({
  id,
  version,
  reason: lineField(500, "Say why the record was wrong; it stays in the history."),
});
export type RestoreCopy = z.output<typeof restoreCopyForm>;
