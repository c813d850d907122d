import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { asJob } from "./transaction";

/** How many teams are read at a time. */
const TEAMS = 200;

/** The ids of all teams, one after another, for a job that works for each. */
export async function* teamIds(job: Job): AsyncGenerator<string> {
  authorise(job, "team.read");
  let after: string | undefined;
  do {
    const where = after ? { id: { gt: after } } : {};
    const page = await asJob(job, (tx) =>
      tx.team.findMany({ where, orderBy: { id: "asc" }, take: TEAMS, select: { id: true } }),
    );
    yield* page.map(({ id }) => id);
    after = page.length < TEAMS ? undefined : page.at(-1)?.id;
  } while (after);
}

/** The id of the team that its pages' address names so, for a job that works for it alone; null where none is. */
export async function teamIdOf(job: Job, slug: string): Promise<string | null> {
  authorise(job, "team.read");
  const team = await asJob(job, (tx) =>
    tx.team.findUnique({ where: { slug }, select: { id: true } }),
  );
  return team?.id ?? null;
}
