import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import type { RoundState } from "../requests/round";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** One round of a request as a link of its chain. */
export interface ChainedRound {
  number: number;
  kind: "first" | "renewal";
  state: RoundState;
  /** The round that it renews, and the approved or open one that renews it. */
  renews: number | null;
  renewedBy: number | null;
  startedOn: Day;
  submittedOn: Day | null;
  decidedOn: Day | null;
  /** The last day of what was approved in it; null where nothing was, or where it is open-ended. */
  endsOn: Day | null;
  /** Data sets approved in it. */
  approvals: number;
  /** The papers that prove its approvals. */
  documents: readonly { id: string; name: string }[];
}

/** The rounds of a request in order, linked both ways. Throws NOT_FOUND. */
export async function listRounds(actor: Member, number: number): Promise<ChainedRound[]> {
  authorise(actor, "request.read");
  const { teamId } = actor;
  const request = await inTeam(actor, (tx) =>
    tx.request.findFirst({
      where: { teamId, number },
      select: {
        cycles: {
          orderBy: { number: "asc" },
          include: {
            renews: { select: { number: true } },
            renewals: { select: { number: true, state: true } },
            grants: {
              orderBy: { endsOn: "desc" },
              include: { document: { select: { id: true, name: true, deletedAt: true } } },
            },
          },
        },
      },
    }),
  );
  if (!request) throw notFound("request");
  return request.cycles.map((cycle) => {
    const { grants, renewals } = cycle;
    const ends = grants.map(({ endsOn }) => endsOn);
    const last = ends.includes(null) ? null : (ends[0] ?? null);
    const papers = grants.flatMap(({ document }) =>
      document && document.deletedAt === null ? [[document.id, document.name] as const] : [],
    );
    return {
      ...{ number: cycle.number, renews: cycle.renews?.number ?? null },
      kind: cycle.kind as ChainedRound["kind"],
      state: cycle.state as RoundState,
      renewedBy:
        renewals.find(({ state }) => state === "open" || state === "approved")?.number ?? null,
      startedOn: dayFromColumn(cycle.startedOn),
      submittedOn: cycle.submittedOn && dayFromColumn(cycle.submittedOn),
      decidedOn: cycle.decidedOn && dayFromColumn(cycle.decidedOn),
      endsOn: last && dayFromColumn(last),
      approvals: grants.length,
      documents: [...new Map(papers)].map(([id, name]) => ({ id, name })),
    };
  });
}
