import { z } from "zod";
import { canonicalJson, type Json } from "./canonical";

/** What a file says it is. */
export const CERTIFICATE_KIND = "gatebook.close-out-certificate";

const line = z.string();
const optionalLine = z.string().nullable();
const document = z.strictObject({ name: line, sha256: line }).nullable();

/**
 * What a close-out certifies. Days are `YYYY-MM-DD`, `issued.at` is an instant in UTC; names are
 * those of the day of issue. `history` is the end of the team's hash-chained history at that moment.
 */
const certificateBody = z.strictObject({
  kind: z.literal(CERTIFICATE_KIND),
  format: z.literal(1),
  id: line,
  statement: line,
  team: z.strictObject({ name: line, institution: line }),
  archive: line,
  request: z.strictObject({
    ...{ number: line, title: line, archiveNumber: optionalLine },
    ...{ submittedOn: optionalLine, lifecycle: line },
  }),
  closeOut: z.strictObject({
    ...{ reason: line, note: line, startedOn: line, completedOn: line },
  }),
  approvals: z.array(
    z.strictObject({
      ...{ unit: line, name: line, person: optionalLine, archiveNumber: optionalLine },
      ...{ decidedOn: line, from: line, until: optionalLine, endedOn: optionalLine },
    }),
  ),
  copies: z.array(
    z.strictObject({
      ...{ what: line, kind: line, place: line, placeKind: line, units: z.array(line) },
      ...{ putBy: line, putOn: line, madeOf: optionalLine },
      ...{ destroyedOn: optionalLine, method: optionalLine, destroyedBy: optionalLine },
      ...{ witness: optionalLine, document },
    }),
  ),
  people: z.array(
    z.strictObject({ name: line, functions: z.array(line), from: line, until: optionalLine }),
  ),
  outputs: z.array(z.strictObject({ kind: line, title: line, reference: line, on: line })),
  steps: z.array(
    z.strictObject({
      ...{ step: line, label: line, doneOn: line, recordedBy: line, document },
      answers: z.array(z.strictObject({ question: line, answer: line })),
    }),
  ),
  afterwards: z.array(line),
  history: z.strictObject({ events: z.int(), head: line }),
  issued: z.strictObject({ at: line, by: line }),
});
export type CertificateBody = z.infer<typeof certificateBody>;

const certificateFile = certificateBody.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** SHA-256 of text in UTF-8, as lower-case hexadecimal digits. */
export type Hash = (text: string) => string;

/** The text of a certificate whose hash is taken. */
export function certificateText(body: CertificateBody): string {
  return canonicalJson(body);
}

/** The text that is handed out: the certificate with the hash over the rest of it. */
export function certificateWithHash(text: string, sha256: string): string {
  return canonicalJson({ ...(JSON.parse(text) as Record<string, Json>), sha256 });
}

/** What reading a file gives: what it certifies, or why it is not what was issued. */
export type Reading =
  | { ok: true; body: CertificateBody; sha256: string }
  | { ok: false; why: string; body: CertificateBody | null };

/**
 * Checks a file by itself: that it is a certificate, that its hash is the hash of the rest of it,
 * and that no byte was added or moved. It does not say who issued it.
 */
export function readCertificate(file: string, hash: Hash): Reading {
  const parsed = certificateFile.safeParse(parse(file));
  if (!parsed.success) {
    return { ok: false, why: "This is not a close-out certificate of Gatebook.", body: null };
  }
  const { sha256, ...body } = parsed.data;
  const text = certificateText(body);
  const actual = hash(text);
  if (actual !== sha256) {
    const why = `The content does not match its own hash: it says ${sha256}, but the content gives ${actual}.`;
    return { ok: false, why, body };
  }
  if (certificateWithHash(text, sha256) !== file) {
    const why =
      "The content is as issued, but the file was written anew: spaces, line ends or the order differ.";
    return { ok: false, why, body };
  }
  return { ok: true, body, sha256 };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the page sends to have a certificate checked. */
export const verifyForm = z.strictObject({
  text: z
    .string()
    .min(1, "Paste the certificate, or choose its file.")
    .max(900_000, "This is too long for a certificate."),
});
export type VerifyCertificate = z.infer<typeof verifyForm>;

/** The name of a certificate's file, without its ending. */
export function certificateName(number: string): string {
  return `close-out-${number}`;
}
