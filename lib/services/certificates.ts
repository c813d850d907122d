import { z } from "zod";
import { differingPaths } from "../certificates/canonical";
import {
  type CertificateBody,
  certificateName,
  certificateWithHash,
  readCertificate,
  type VerifyCertificate,
} from "../certificates/certificate";
import { notFound } from "../errors";
import { paperToPdf } from "../pdf/draw";
import { writeNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { sha256Of } from "./certificate-issue";
import { certificatePaper } from "./certificate-paper";
import { inTeam } from "./transaction";

/** A certificate as a list shows it. */
export interface CertificateLine {
  id: string;
  number: number;
  title: string;
  archive: string;
  sha256: string;
  issuedBy: string;
  issuedAt: Date;
}

const LINE = {
  ...{ id: true, sha256: true, issuedBy: true, issuedAt: true },
  closeOut: {
    select: { request: { select: { number: true, title: true, archive: true } } },
  },
} as const;

/** The certificates of the team, newest first, 500 at most. */
export async function listCertificates(actor: Member): Promise<CertificateLine[]> {
  authorise(actor, "certificate.read");
  const rows = await inTeam(actor, (tx) =>
    tx.certificate.findMany({
      where: { teamId: actor.teamId },
      orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
      select: LINE,
      take: 500,
    }),
  );
  return rows.map(({ closeOut, ...line }) => ({ ...line, ...closeOut.request }));
}

/** A certificate's file. */
export interface CertificateFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A certificate as JSON, with its hash over the rest, or as a tagged PDF. Throws NOT_FOUND. */
export async function openCertificate(
  actor: Member,
  { id, format }: { id: string; format: "json" | "pdf" },
): Promise<CertificateFile> {
  authorise(actor, "certificate.read");
  const { teamId } = actor;
  const found = await inTeam(actor, (tx) =>
    tx.certificate.findFirst({
      where: { id, teamId },
      select: { ...LINE, text: true },
    }),
  );
  if (!found) throw notFound("certificate");
  const { text, sha256 } = found;
  const name = `${certificateName(writeNumber(found.closeOut.request.number))}.${format}`;
  if (format === "json") {
    const bytes = new TextEncoder().encode(certificateWithHash(text, sha256));
    return { name, type: "application/json; charset=utf-8", bytes };
  }
  const paper = certificatePaper(JSON.parse(text) as CertificateBody, sha256);
  return { name, type: "application/pdf", bytes: await paperToPdf(paper) };
}

/** What comes of checking a certificate; `why` and `differs` say what is wrong with it. */
export type CertificateVerdict =
  | { verdict: "verifies"; id: string; number: string; title: string; issuedAt: string }
  | { verdict: "fails"; why: string; differs: string[] };

/**
 * Compares a certificate with the one that the team issued: recomputes its hash, looks for that hash
 * among the team's, and where it is not there says what differs from the one it claims to be.
 */
export async function verifyCertificate(
  actor: Member,
  { text }: VerifyCertificate,
): Promise<CertificateVerdict> {
  authorise(actor, "certificate.read");
  const reading = readCertificate(text, sha256Of);
  const stored = reading.body && (await issuedFor(actor, reading.body.id));
  if (reading.ok && stored?.sha256 === reading.sha256) {
    const { number, title } = stored.closeOut.request;
    const issuedAt = stored.issuedAt.toISOString();
    return { verdict: "verifies", id: stored.id, number: writeNumber(number), title, issuedAt };
  }
  const why = reading.ok
    ? "The file is whole in itself, but this team did not issue it so."
    : reading.why;
  const differs =
    stored && reading.body ? differingPaths(JSON.parse(stored.text), reading.body) : [];
  return { verdict: "fails", why, differs };
}

/** The certificate that the team issued for a close-out, whose id anybody may have written. */
async function issuedFor(actor: Member, closeOutId: string) {
  const { teamId } = actor;
  if (!z.uuid().safeParse(closeOutId).success) return null;
  return inTeam(actor, (tx) =>
    tx.certificate.findUnique({
      where: { teamId_closeOutId: { teamId, closeOutId } },
      select: { ...LINE, text: true },
    }),
  );
}
