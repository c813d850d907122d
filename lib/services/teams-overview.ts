import type { EndBandId } from "../dashboard/bands";
import type { Risk } from "../dashboard/risk";
import { dayToColumn } from "../dates/day";
import type { Member, Role, SignedIn } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { countMyMoves } from "./my-moves";
import { readEnds } from "./team-overview";
import { listRisks } from "./team-risks";
import { listMyTeams, requireMember } from "./teams";
import { inTeam } from "./transaction";

/** One team in numbers, as whoever reads it may know them. */
export interface TeamNumbers {
  slug: string;
  name: string;
  role: Role;
  /** Requests whose next move is the reader's. */
  needsMe: number;
  /** Requests that are neither decided nor over. */
  underWay: number;
  /** Requests by when the first of their approvals ends. */
  ends: Record<EndBandId, number>;
  /** Open duties whose day is over. */
  overdue: number;
  /** How many risks there are, and the worst of them. */
  risks: number;
  worst: Risk | null;
}

/** Every team that the user may open, longest membership first. */
export async function listTeamNumbers(user: SignedIn): Promise<TeamNumbers[]> {
  authorise(user, "account.read");
  const teams = await listMyTeams(user);
  const numbers: TeamNumbers[] = [];
  for (const { slug, name } of teams) {
    const actor = await requireMember(user, slug);
    numbers.push({ slug, name, role: actor.role, ...(await getTeamNumbers(actor)) });
  }
  return numbers;
}

const OVER = ["approved", "rejected", "withdrawn", "closed", "terminated"] as const;

/** The numbers of the actor's team. */
export async function getTeamNumbers(
  actor: Member,
): Promise<Omit<TeamNumbers, "slug" | "name" | "role">> {
  authorise(actor, "dashboard.read");
  const today = todayFor(actor);
  const { teamId } = actor;
  const [needsMe, { risks, counts }, own] = await Promise.all([
    countMyMoves(actor),
    listRisks(actor),
    inTeam(actor, async (tx) => ({
      ends: await readEnds(tx, actor, today),
      underWay: await tx.request.count({ where: { teamId, status: { notIn: [...OVER] } } }),
      overdue: await tx.obligation.count({
        where: { teamId, state: "open", dueOn: { lt: dayToColumn(today) } },
      }),
    })),
  ]);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { needsMe, ...own, risks: all, worst: risks[0] ?? null };
}
