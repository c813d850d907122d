import { db } from "../db";
import { AppError } from "../errors";
import type { Actor, Job, SignedIn, TeamActor } from "../team/actor";
import { followFacts } from "./follow-facts";
import type { Tx } from "./tx";

export type { Tx } from "./tx";

/** What the row-level security policies see of the caller, for one transaction only. */
interface Scope {
  teamId?: string;
  userId?: string;
  email?: string;
  job?: boolean;
}

const RETRYABLE = /40001|40P01|P2034|could not serialize|deadlock detected/;
const TRIES = 3;
const KEPT =
  /A signature cannot be (changed|deleted)|The text of a signed agreement cannot be changed/;

/**
 * Runs `work` in one transaction in which the database shows the rows of the actor's team and no
 * other. The whole of `work` is run again (at most three times) when PostgreSQL reports a
 * serialization failure or a deadlock, so it must have no side effect but its queries. Before it is
 * committed, the standing duties follow whatever its history lines are about.
 */
export function inTeam<T>(actor: TeamActor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped({ teamId: actor.teamId, userId: userOf(actor), job: actor.kind === "job" }, work);
}

/** As `inTeam`, for a user outside any team: shows only their own memberships and invitations. */
export function asUser<T>(actor: SignedIn, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped({ userId: actor.userId, email: actor.email }, work);
}

/** As `inTeam`, for a job across teams: shows the teams, and the mail that waits to be sent. */
export function asJob<T>(_actor: Job, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped({ job: true }, work);
}

/** A transaction that sees no team at all: sign-in, limits, the catalogue. */
export function outsideTeams<T>(_actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped({}, work);
}

/** Within a transaction that has just created a team, or serves one team after another. */
export async function enterTeam(tx: Tx, teamId: string): Promise<void> {
  await tx.$executeRaw`select set_config('app.team_id', ${teamId}, true)`;
}

function userOf(actor: TeamActor): string | undefined {
  return actor.kind === "user" ? actor.userId : undefined;
}

async function scoped<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(async (tx) => {
        await tx.$executeRaw`select
          set_config('app.team_id', ${scope.teamId ?? ""}, true),
          set_config('app.user_id', ${scope.userId ?? ""}, true),
          set_config('app.email', ${scope.email ?? ""}, true),
          set_config('app.job', ${scope.job ? "on" : ""}, true)`;
        const result = await work(tx);
        await followFacts(tx);
        return result;
      });
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw keptBySignature(error) ?? error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return RETRYABLE.test(code) || RETRYABLE.test(error.message);
}

/** What somebody signed is kept by triggers, past every service; their words are told as they are. */
function keptBySignature(error: unknown): AppError | null {
  const [words] = (error instanceof Error && KEPT.exec(error.message)) || [];
  return words ? new AppError("CONFLICT", `${words}. Record a new version instead.`) : null;
}

/** Whether a write was refused because a row with the same unique key exists. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}

/**
 * Waits for a write, and says why where a row with the same unique key exists, so that the same
 * sentence comes when two write it at once.
 */
export async function unlessDuplicate<T>(saving: Promise<T>, refusal: AppError): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    throw isDuplicate(error) ? refusal : error;
  }
}
