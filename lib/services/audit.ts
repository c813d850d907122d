import {
  type Break,
  CHAIN_START,
  type ChainLine,
  checkHead,
  follow,
  type Link,
} from "../history/chain";
import type { Job, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { asJob, inTeam, type Tx } from "./transaction";

/** How one team's history stands; `broken` is the first place where the chain does not hold. */
export interface ChainReport {
  teamId: string;
  /** Lines whose place in the chain was confirmed. */
  events: number;
  broken?: Break;
}

/** As above, with the address of the team. */
export type AuditReport = ChainReport & { slug: string };

/** Lines read at a time, so that a long history needs neither memory nor a long transaction. */
const BATCH = 5_000;

/**
 * Verifies the history of the actor's team from its first line to the head of its chain. Each hash
 * is recomputed by PostgreSQL's `event_hash`, the one function the trigger hashes with: a second
 * spelling of JSON and instants here could only differ by mistake. Order, links and head are
 * followed here, apart from the trigger that makes them.
 */
export async function verifyChain(actor: TeamActor): Promise<ChainReport> {
  authorise(actor, "audit.verify");
  const { teamId } = actor;
  let end: Link = CHAIN_START;
  for (;;) {
    const { lines, head, last } = await inTeam(actor, (tx) => readOn(tx, teamId, end.seq));
    const next = follow(end, lines);
    if ("what" in next) return { teamId, events: next.seq - 1, broken: next };
    end = next;
    // Lines may be added while we read: only an end that is still the last one is compared.
    if (last > end.seq) continue;
    return { teamId, events: end.seq, broken: checkHead(end, head) };
  }
}

/** Verifies every team's history, one report per team by name of its address. */
export async function verifyAllChains(actor: Job): Promise<AuditReport[]> {
  authorise(actor, "audit.verify");
  const teams = await asJob(actor, (tx) =>
    tx.team.findMany({ orderBy: { slug: "asc" }, select: { id: true, slug: true } }),
  );
  const reports = [];
  for (const { id, slug } of teams) {
    reports.push({ slug, ...(await verifyChain({ ...actor, teamId: id })) });
  }
  return reports;
}

// The head and the last number come from the snapshot of the lines' own statement.
async function readOn(tx: Tx, teamId: string, after: number) {
  const rows = await tx.$queryRaw<(Omit<ChainLine, "seq"> & Row)[]>`
    select e.seq, e.id as "eventId", e."prevHash", e.hash, e.hash = event_hash(e) as intact,
      c.seq as "headSeq", c.hash as "headHash",
      (select max(seq) from "Event" where "teamId" = ${teamId}::uuid) as last
    from (select 1) one
    left join "EventChain" c on c."teamId" = ${teamId}::uuid
    left join lateral (
      select * from "Event" where "teamId" = ${teamId}::uuid and seq > ${after}
      order by seq limit ${BATCH}
    ) e on true
    order by e.seq`;
  const lines = rows.flatMap((row) => (row.seq === null ? [] : [{ ...row, seq: row.seq }]));
  const [first] = rows;
  return {
    lines,
    last: first?.last ?? 0,
    head: { seq: first?.headSeq ?? 0, hash: first?.headHash ?? "" },
  };
}

interface Row {
  seq: number | null;
  headSeq: number | null;
  headHash: string | null;
  last: number | null;
}
