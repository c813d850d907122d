import { z } from "zod";
import { textField } from "../team/text-field";

const BROKEN = "This form is broken; load the page again.";

/** A newer version that somebody heard of; `typed` is its accession, address or number. */
export const recordVersionForm = z.strictObject({
  commandId: z.uuid(BROKEN),
  oldUnitId: z.uuid("Choose what it is a newer version of."),
  typed: z
    .string()
    .trim()
    .min(1, "Write the new version, or its whole accession.")
    .max(300, "This is too long for an accession."),
});
export type RecordVersion = z.output<typeof recordVersionForm>;

/** The team does not want a newer version, or has seen to it. */
export const settleVersionForm = z.strictObject({
  id: z.uuid(BROKEN),
  version: z.int32().min(1),
  why: textField(1_000, "Say why nobody has to do anything."),
});
export type SettleVersion = z.output<typeof settleVersionForm>;

/** A request for a newer version, prepared for these people from the one that they have. */
export const requestVersionForm = z.strictObject({
  commandId: z.uuid(BROKEN),
  id: z.uuid(BROKEN),
  personIds: z.array(z.uuid(BROKEN)).max(50, "Choose 50 people at most."),
});
export type RequestVersion = z.output<typeof requestVersionForm>;
