import { z } from "zod";
import { REVIEW_STATUSES } from "../archives/lifecycle";

/** `GB-12`, `gb 12` or `12`: a request's number as people type it, else null. */
export function requestNumber(text: string): number | null {
  const found = /^(?:gb[-\s]?)?(\d{1,9})$/i.exec(text.trim());
  return found ? Number(found[1]) : null;
}

/** How a request's number is written everywhere. */
export function writeNumber(number: number): string {
  return `GB-${number}`;
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** The list's filter as it stands in the address. Whatever cannot be read filters nothing. */
export const requestFilter = z
  .object({
    status: one.pipe(z.enum(REVIEW_STATUSES)).optional().catch(undefined),
    archive: one
      .pipe(z.string().regex(/^[a-z]{1,20}$/))
      .optional()
      .catch(undefined),
    q: one.pipe(z.string().trim().max(200)).optional().catch(undefined),
    after: one.pipe(z.uuid()).optional().catch(undefined),
  })
  .transform(({ q, ...rest }) => {
    const number = q ? requestNumber(q) : null;
    return {
      ...rest,
      ...(number !== null ? { number } : q ? { words: q.replaceAll("\0", "") } : {}),
    } as RequestFilter;
  });

export interface RequestFilter {
  status?: (typeof REVIEW_STATUSES)[number];
  archive?: string;
  number?: number;
  words?: string;
  /** The id of the last request of the page before. */
  after?: string;
}
