import type { Prisma } from "@/prisma/client/client";
import { type ProofDocument, proofOf } from "../documents/document";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { PROOF } from "./proof-columns";
import { inTeam } from "./transaction";

/** More open duties of one matter than a page can show. */
const MOST = 100;

/** So many of the closed ones are shown; the list of duties has them all. */
const LATEST = 10;

/** What duties are about, or whose they are. */
export type DutiesAbout = { requestId: string } | { agreementId: string } | { ownerId: string };

/** A closed duty with who closed it, why, and the paper that proves it. */
export interface ClosedDuty extends DutyLine {
  /** Null where Gatebook closed it by itself. */
  closedBy: string | null;
  closedWhy: string | null;
  proof: ProofDocument | null;
}

/** The open duties about something, nearest first; none of what is unknown or another team's. */
export async function listOpenDuties(actor: Member, about: DutiesAbout): Promise<DutyLine[]> {
  authorise(actor, "duty.read");
  const { teamId } = actor;
  const rows = await inTeam(actor, (tx) =>
    tx.obligation.findMany({
      where: { ...about, teamId, state: "open" },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      ...{ take: MOST, select: LINE_COLUMNS },
    }),
  );
  return rows.map((row) => lineOf(row, todayFor(actor)));
}

/** The duties about something that were closed last, latest first. */
export async function listClosedDuties(actor: Member, about: DutiesAbout): Promise<ClosedDuty[]> {
  authorise(actor, "duty.read");
  const { teamId } = actor;
  const select = {
    ...{ ...LINE_COLUMNS, closedBy: true, closedWhy: true },
    document: { select: PROOF },
  } satisfies Prisma.ObligationSelect;
  const rows = await inTeam(actor, (tx) =>
    tx.obligation.findMany({
      where: { ...about, teamId, state: { not: "open" } },
      orderBy: [{ closedOn: "desc" }, { id: "desc" }],
      ...{ take: LATEST, select },
    }),
  );
  return rows.map(({ document, closedBy, closedWhy, ...row }) => ({
    ...lineOf(row, todayFor(actor)),
    ...{ closedBy, closedWhy, proof: proofOf(document) },
  }));
}
