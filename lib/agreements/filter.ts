import { z } from "zod";
import { archiveByCode } from "../archives/index";

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** The list's filter as it stands in the address. Whatever cannot be read filters nothing. */
export const agreementFilter = z.object({
  archive: one
    .refine((code) => archiveByCode(code) !== undefined)
    .optional()
    .catch(undefined),
  /** The id of the last agreement of the page before. */
  after: one.pipe(z.uuid()).optional().catch(undefined),
});
export type AgreementFilter = z.output<typeof agreementFilter>;
