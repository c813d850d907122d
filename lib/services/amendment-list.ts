import type { AmendmentChange } from "../amendments/forms";
import { type AmendmentState, type AmendmentStep, nextSteps } from "../amendments/state";
import type { AmendmentKind } from "../archives/amendment";
import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import type { Told } from "./amendment-checks";
import { PROOF } from "./proof-columns";
import { inTeam } from "./transaction";

/** An amendment as the page of its request shows it. */
export interface AmendmentLine extends Told {
  id: string;
  number: number;
  version: number;
  kind: AmendmentKind;
  what: string;
  state: AmendmentState;
  change: AmendmentChange;
  askedOn: Day | null;
  decidedOn: Day | null;
  document: ProofDocument | null;
  /** What can be done with it next. */
  next: AmendmentStep[];
}

/** The amendments of a request, newest first. Throws NOT_FOUND for a request of another team. */
export async function listAmendments(actor: Member, requestId: string): Promise<AmendmentLine[]> {
  authorise(actor, "amendment.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { id: requestId, teamId },
      select: {
        archive: true,
        amendments: {
          orderBy: { number: "desc" },
          include: { document: { select: PROOF } },
        },
      },
    });
    const archive = request && archiveByCode(request.archive);
    if (!request || !archive) throw notFound("request");
    return request.amendments.map((row) => {
      const { id, number, version, what } = row;
      const { before, after, ...change } = row.change as unknown as Told & AmendmentChange;
      const state = row.state as AmendmentState;
      const kind = row.kind as AmendmentKind;
      return {
        ...{ id, number, version, what, kind, state, before, after },
        change: change as AmendmentChange,
        askedOn: row.askedOn && dayFromColumn(row.askedOn),
        decidedOn: row.decidedOn && dayFromColumn(row.decidedOn),
        document: proofOf(row.document),
        next: nextSteps(state, archive.amendments[kind]),
      };
    });
  });
}
