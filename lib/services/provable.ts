import type { ProvableKind } from "../documents/proof-forms";
import { dutyKind } from "../obligations/kinds";
import { typeById } from "../people/qualification-types";
import { schemeById } from "../people/schemes";
import type { Member } from "../team/actor";
import { type FoundProof, requirePaper, requireProof } from "./proofs";
import type { Tx } from "./transaction";

/** Something recorded that a document can prove. */
export interface Found {
  /** What it is, in the words of the history. */
  label: string;
  /** Whose it is: their names, and the person who may prove it; null for the institution's own. */
  persons: string[];
  personId: string | null;
  /** Everybody of the team who works may prove it, as everybody may move its request. */
  isShared?: boolean;
  /** The request with which its paper may lie. */
  requestId: string | null;
  /** Its proof, and whether that stays once it is there. */
  documentId: string | null;
  stays?: boolean;
  /** Of a qualification: its type, which may ask for a certain kind of paper. */
  type?: string;
}

interface Provable {
  find(tx: Tx, actor: Member, id: string): Promise<Found | null>;
  /** The document, if it can be the proof; throws INVALID, NOT_FOUND. */
  check(tx: Tx, actor: Member, documentId: string, found: Found): Promise<FoundProof>;
  store(tx: Tx, actor: Member, id: string, document: FoundProof): Promise<unknown>;
}

const PERSON = { select: { name: true } } as const;
const namesOf = (person: { name: string } | null) => (person ? [person.name] : []);
const where = ({ teamId }: Member, id: string) => ({ where: { teamId_id: { teamId, id } } });

/** The paper may be any of the team's. */
const anyPaper: Provable["check"] = (tx, actor, documentId) => requireProof(tx, actor, documentId);

/** How each kind of thing is found, what may prove it, and where the proof is noted. */
export const PROVABLE: Record<ProvableKind, Provable> = {
  identity: {
    find: async (tx, actor, id) => {
      const row = await tx.identity.findUnique({
        ...where(actor, id),
        select: { personId: true, scheme: true, documentId: true, person: PERSON },
      });
      return (
        row && {
          ...row,
          label: schemeById(row.scheme)?.name ?? row.scheme,
          ...{ persons: namesOf(row.person), requestId: null },
        }
      );
    },
    check: anyPaper,
    store: (tx, { teamId }, id, { id: documentId }) =>
      tx.identity.updateMany({ where: { id, teamId }, data: { documentId } }),
  },
  qualification: {
    find: async (tx, actor, id) => {
      const row = await tx.qualification.findUnique({
        ...where(actor, id),
        select: { personId: true, type: true, documentId: true, person: PERSON },
      });
      return (
        row && {
          ...row,
          label: typeById(row.type)?.name ?? row.type,
          ...{ persons: namesOf(row.person), requestId: null },
        }
      );
    },
    check: (tx, actor, documentId, { type = "" }) =>
      requirePaper(tx, actor, documentId, typeById(type)),
    store: (tx, { teamId }, id, { id: documentId }) =>
      tx.qualification.updateMany({ where: { id, teamId }, data: { documentId } }),
  },
  grant: {
    find: async (tx, actor, id) => {
      const row = await tx.grant.findUnique({
        ...where(actor, id),
        select: {
          ...{ personId: true, requestId: true, documentId: true, person: PERSON },
          unit: { select: { code: true } },
        },
      });
      return row && { ...row, label: row.unit.code, persons: namesOf(row.person), isShared: true };
    },
    check: (tx, actor, documentId, { requestId }) =>
      requireProof(tx, actor, documentId, requestId ?? undefined),
    store: (tx, { teamId }, id, { id: documentId }) =>
      tx.grant.updateMany({ where: { id, teamId }, data: { documentId } }),
  },
  signature: {
    find: async (tx, actor, id) => {
      const row = await tx.signature.findUnique({
        ...where(actor, id),
        select: {
          ...{ personId: true, documentId: true, person: PERSON },
          agreement: { select: { name: true, requestId: true } },
        },
      });
      const { name: label, requestId } = row?.agreement ?? { name: "", requestId: null };
      return row && { ...row, label, requestId, persons: namesOf(row.person), stays: true };
    },
    check: anyPaper,
    store: (tx, { teamId }, id, { id: documentId }) =>
      tx.signature.updateMany({ where: { id, teamId }, data: { documentId } }),
  },
  agreement: {
    find: async (tx, actor, id) => {
      const row = await tx.agreement.findUnique({
        ...where(actor, id),
        select: {
          ...{ name: true, requestId: true, documentId: true },
          signatures: { select: { id: true }, take: 1 },
        },
      });
      return (
        row && {
          ...{ label: row.name, persons: [], personId: null, requestId: row.requestId },
          ...{ documentId: row.documentId, stays: row.signatures.length > 0 },
        }
      );
    },
    check: anyPaper,
    store: (tx, { teamId }, id, { id: documentId, sha256: textSha256 }) =>
      tx.agreement.updateMany({ where: { id, teamId }, data: { documentId, textSha256 } }),
  },
  duty: {
    find: async (tx, actor, id) => {
      const row = await tx.obligation.findUnique({
        ...where(actor, id),
        select: { kind: true, ownerId: true, requestId: true, documentId: true, state: true },
      });
      // What is still to be done is proved by recording that it was done.
      if (row?.state !== "done") return null;
      const { ownerId: personId, kind, requestId, documentId } = row;
      return {
        ...{ label: dutyKind(kind).name, persons: [], personId, isShared: true },
        ...{ requestId, documentId },
      };
    },
    check: (tx, actor, documentId, { requestId }) =>
      requireProof(tx, actor, documentId, requestId ?? undefined),
    store: (tx, { teamId }, id, { id: documentId }) =>
      tx.obligation.updateMany({ where: { id, teamId }, data: { documentId } }),
  },
};
