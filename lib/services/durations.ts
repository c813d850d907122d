import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import type { Lifecycle } from "../archives/lifecycle";
import { dayFromColumn } from "../dates/day";
import { FEWEST, type SeenDurations, type Spread } from "../requests/durations";
import { hasStatedDay } from "../requests/lifecycle";
import type { Stay } from "../requests/stay";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { rows } from "./access-rows";
import { inTeam, type Tx } from "./transaction";

/** How long this team's requests stood in each step, by archive and lifecycle. */
export async function listDurations(actor: Member): Promise<SeenDurations[]> {
  authorise(actor, "request.read");
  return inTeam(actor, (tx) => readDurations(tx, actor.teamId));
}

/**
 * As `listDurations`, in a transaction of the team. PostgreSQL counts what `durationsOf` of
 * lib/requests defines stay by stay, since a team of years has tens of thousands of them.
 */
async function readDurations(tx: Tx, teamId: string): Promise<SeenDurations[]> {
  const [steps, totals] = await Promise.all([
    readSteps(tx, teamId, TELLING),
    readTotals(tx, teamId),
  ]);
  return LIFECYCLES.flatMap(({ archive, lifecycle }) => {
    const isOwn = (row: Counted) => row.archive === archive && row.lifecycle === lifecycle.id;
    const own = steps.filter(isOwn).filter(({ step }) => tells(lifecycle, step ?? ""));
    const total = totals.find(isOwn);
    if (own.length === 0 && !total) return [];
    return {
      ...{ archive, lifecycle: lifecycle.id, total: spreadFrom(total) },
      steps: Object.fromEntries(own.map((row) => [row.step, spreadFrom(row)])),
    };
  });
}

/** How long requests stood in these steps; nothing of steps that tell nothing. */
export async function readStepDurations(
  tx: Tx,
  teamId: string,
  stepIds: readonly string[],
): Promise<(archive: string, lifecycle: string, step: string) => Spread | undefined> {
  const telling = TELLING.filter((id) => stepIds.includes(id));
  const counted = telling.length > 0 ? await readSteps(tx, teamId, telling) : [];
  return (archive, lifecycleId, stepId) => {
    const known = LIFECYCLES.find(({ lifecycle }) => lifecycle.id === lifecycleId)?.lifecycle;
    const row = counted.find(
      (each) => each.archive === archive && each.lifecycle === lifecycleId && each.step === stepId,
    );
    return known && row && tells(known, stepId) ? spreadFrom(row) : undefined;
  };
}

/** As `listDurations`, only the whole ways from filing to approval. */
export async function readTimesToAccess(tx: Tx, teamId: string): Promise<TimeToAccess[]> {
  const totals = await readTotals(tx, teamId);
  return LIFECYCLES.flatMap(({ archive, lifecycle }) => {
    const found = totals.find((row) => row.archive === archive && row.lifecycle === lifecycle.id);
    return found ? { archive, lifecycle: lifecycle.id, total: spreadFrom(found) } : [];
  });
}

export type TimeToAccess = Omit<SeenDurations, "steps">;

const LIFECYCLES = ARCHIVES.flatMap(({ code, lifecycles }) =>
  lifecycles.map((lifecycle) => ({ archive: code, lifecycle })),
);

/** Whether stays in this step say how long something took: somebody had the move, from a stated day. */
function tells(lifecycle: Lifecycle, stepId: string): boolean {
  const step = lifecycle.steps.find(({ id }) => id === stepId);
  return step !== undefined && step.waitingOn !== "nobody" && hasStatedDay(lifecycle, stepId);
}

const TELLING = [
  ...new Set(
    LIFECYCLES.flatMap(({ lifecycle }) =>
      lifecycle.steps.filter(({ id }) => tells(lifecycle, id)).map(({ id }) => id),
    ),
  ),
];

interface Counted {
  archive: string;
  lifecycle: string;
  step?: string;
  n: number;
  quartiles: [number, number, number];
}

function spreadFrom(row: Counted | undefined): Spread {
  if (!row) return { n: 0, quartiles: null };
  const [lower, median, upper] = row.quartiles;
  return { n: row.n, quartiles: row.n < FEWEST ? null : { lower, median, upper } };
}

const COUNTED = Prisma.sql`count(*)::int as n,
  percentile_cont(array[0.25, 0.5, 0.75]) within group (order by days) as quartiles`;

function readSteps(tx: Tx, teamId: string, stepIds: readonly string[]): Promise<Counted[]> {
  return rows(
    tx,
    Prisma.sql`select archive, lifecycle, step, ${COUNTED}
      from (select distinct "requestId", step, "enteredOn", "leftOn", "leftOn" - "enteredOn" as days
        from "ItemStep" where "teamId" = ${teamId}::uuid and "leftOn" is not null
          and step = any(${[...stepIds]})) stays
      join (select id, archive, lifecycle from "Request" where "teamId" = ${teamId}::uuid) requests
        on requests.id = stays."requestId"
      group by archive, lifecycle, step`,
  );
}

const MEANT = LIFECYCLES.flatMap(({ archive, lifecycle }) =>
  lifecycle.moves
    .filter(({ effect }) => effect === "file" || effect === "grant")
    .map(({ id, effect }) => ({ archive, lifecycle: lifecycle.id, move: id, effect })),
);

/** For each item and round: from its first filing to its first approval after it. */
function readTotals(tx: Tx, teamId: string): Promise<Counted[]> {
  return rows(
    tx,
    Prisma.sql`with told as (
        select s.id::text as id, s."requestId", s."itemId", s.cycle, s."enteredOn",
          r.archive, r.lifecycle, m.effect,
          min(s.id::text) filter (where m.effect = 'file') over (partition by s."itemId", s.cycle)
            as filed
        from (select * from "ItemStep" where "teamId" = ${teamId}::uuid
          and move = any(${MEANT.map(({ move }) => move)})) s
        join (select id, archive, lifecycle from "Request" where "teamId" = ${teamId}::uuid) r
          on r.id = s."requestId"
        join jsonb_to_recordset(${JSON.stringify(MEANT)}::jsonb)
            as m(archive text, lifecycle text, move text, effect text)
          on m.archive = r.archive and m.lifecycle = r.lifecycle and m.move = s.move
      ), ways as (
        select distinct "requestId", archive, lifecycle, "from", "to" from (
          select "requestId", archive, lifecycle,
            min("enteredOn") filter (where id = filed) as "from",
            (array_agg("enteredOn" order by id) filter (where effect = 'grant' and id > filed))[1]
              as "to"
          from told group by "requestId", archive, lifecycle, "itemId", cycle) rounds
        where "from" <= "to"
      )
      select archive, lifecycle, ${COUNTED}
      from (select archive, lifecycle, "to" - "from" as days from ways) lengths
      group by archive, lifecycle`,
  );
}

/** The stays of a request's items in the order in which they were written down. */
export async function listStays(actor: Member, requestId: string): Promise<Stay[]> {
  authorise(actor, "request.read");
  const stays = await inTeam(actor, (tx) =>
    tx.itemStep.findMany({
      where: { teamId: actor.teamId, requestId },
      orderBy: { id: "asc" },
      select: { itemId: true, step: true, enteredOn: true, leftOn: true },
    }),
  );
  return stays.map((stay) => ({ ...stay, ...toDays(stay) }));
}

function toDays({ enteredOn, leftOn }: { enteredOn: Date; leftOn: Date | null }) {
  return { enteredOn: dayFromColumn(enteredOn), leftOn: leftOn && dayFromColumn(leftOn) };
}
