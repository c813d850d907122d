import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { byHarm, type Risk } from "../dashboard/risk";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { whatToDo } from "../duties/what";
import { dutyKind } from "../obligations/kinds";
import { boxesOf } from "../people/boxes";
import { typeById } from "../people/qualification-types";
import type { Member } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { authorise, can } from "../team/permissions";
import { todayFor } from "../team/today";
import { readQualifications, readRules, rows } from "./access-rows";
import { countMail } from "./mail-problems";
import { inTeam, type Tx } from "./transaction";

/** So many of a kind are told one by one; `counts` says how many there are. */
const MOST = 12;

/** An approval that ends within so many days should have its renewal begun. */
const NEAR_DAYS = 30;

export interface TeamRisks {
  /** The most harmful first. */
  risks: Risk[];
  /** How many of each kind there are, those that are not told included. */
  counts: Record<Risk["kind"], number>;
}

/**
 * What would hurt the team most: approvals that are over or near their end with no renewal begun,
 * people who hold data without what they must hold for them, duties that are late, approvals that
 * nobody looked up for too long; for those who see to mail also mail that does not arrive.
 */
export async function listRisks(actor: Member): Promise<TeamRisks> {
  authorise(actor, "dashboard.read");
  const today = todayFor(actor);
  return inTeam(actor, async (tx) => {
    const [ends, unseen, overdue, expired] = [
      await readEnding(tx, actor, today),
      await readUnseen(tx, actor, today),
      await readOverdue(tx, actor, today),
      await readExpired(tx, actor, today),
    ];
    const mail = can(actor, "mail.read") ? mailRisks(await countMail(tx, actor)) : [];
    const counts = {
      ...{ lapsed: ends.lapsed, ending: ends.ending, overdue: overdue.count },
      ...{ expired: expired.length, unseen: unseen.length, mail: mail.length },
    };
    const told = [ends.risks, unseen, overdue.risks, expired.slice(0, MOST), mail].flat();
    return { risks: byHarm(told, today), counts };
  });
}

interface EndingRow {
  number: number;
  title: string;
  on: Day;
  approvals: number;
  /** How many requests there are on its side of today. */
  count: number;
}

async function readEnding(tx: Tx, { teamId }: Member, today: Day) {
  const found = await rows<EndingRow & { isOver: boolean; place: number }>(
    tx,
    Prisma.sql`select * from (
        select r.number, r.title, ends."on", ends.approvals, ends."on" < ${today}::date as "isOver",
          (count(*) over side)::int as count,
          row_number() over (side order by ends."on", r.number) as place
        from (select "requestId", min("endsOn") as "on", count(*)::int as approvals from "Grant"
          where "teamId" = ${teamId}::uuid and "endedOn" is null
            and "endsOn" <= ${addDays(today, NEAR_DAYS)}::date
          group by "requestId") ends
        join (select id, number, title from "Request" where "teamId" = ${teamId}::uuid
          and status not in ('closing', 'closed', 'terminated', 'withdrawn')) r
          on r.id = ends."requestId"
        where ends."requestId" not in (select "requestId" from "Cycle"
          where "teamId" = ${teamId}::uuid and kind = 'renewal' and state = 'open')
        window side as (partition by ends."on" < ${today}::date)) near
      where place <= ${MOST} order by place`,
  );
  const countOf = (isOver: boolean) => found.find((row) => row.isOver === isOver)?.count ?? 0;
  const risks = found.map(({ isOver, number, title, on, approvals }): Risk => {
    return { kind: isOver ? "lapsed" : "ending", number, title, on, approvals };
  });
  return { risks, lapsed: countOf(true), ending: countOf(false) };
}

async function readUnseen(tx: Tx, actor: Member, today: Day): Promise<Risk[]> {
  const stored = await readRules(tx, actor);
  const limits = ARCHIVES.flatMap((archive) => {
    const own = stored.find((each) => each.archive === archive.code);
    const { confirmEveryDays: days } = ruleValues(archive, own?.values);
    return typeof days === "number" ? { archive, before: addDays(today, -days) } : [];
  });
  const risks = await Promise.all(
    limits.map(async ({ archive, before }): Promise<Risk[]> => {
      const [row] = await rows<{ approvals: number; on: Day | null }>(
        tx,
        Prisma.sql`select count(*)::int as approvals, min(g."confirmedOn") as "on"
          from (select "requestId", "confirmedOn" from "Grant" where "teamId" = ${actor.teamId}::uuid
            and "endedOn" is null and "confirmedOn" < ${before}::date
            and ("endsOn" is null or "endsOn" >= ${today}::date)) g
          join (select id from "Request" where "teamId" = ${actor.teamId}::uuid
            and archive = ${archive.code}) r on r.id = g."requestId"`,
      );
      if (!row?.on) return [];
      const { approvals, on } = row;
      return [{ kind: "unseen", archive: archive.code, archiveName: archive.name, approvals, on }];
    }),
  );
  return risks.flat();
}

/** The end of an approval is told as such, not as the duty to renew it. */
async function readOverdue(tx: Tx, { teamId }: Member, today: Day) {
  const where = {
    ...({ teamId, state: "open", grantId: null } as const),
    dueOn: { lt: dayToColumn(today) },
  };
  const found = await tx.obligation.findMany({
    where,
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, kind: true, what: true, dueOn: true },
      owner: { select: { name: true } },
      request: { select: { archive: true, lifecycle: true } },
    },
  });
  const risks = found.map((row): Risk => {
    const what = whatToDo(row) || dutyKind(row.kind).name;
    return {
      ...{ kind: "overdue", dutyId: row.id, what, owner: row.owner.name },
      on: dayFromColumn(row.dueOn),
    };
  });
  return {
    risks,
    count: found.length < MOST ? found.length : await tx.obligation.count({ where }),
  };
}

/** The archive whose type it is; null for what is asked in general. */
function archiveOfType(type: string): string | null {
  const own = ARCHIVES.find(({ qualifications }) => qualifications.some(({ id }) => id === type));
  return own?.code ?? null;
}

async function readExpired(tx: Tx, actor: Member, today: Day): Promise<Risk[]> {
  const [qualifications, stored] = await Promise.all([
    readQualifications(tx, actor, { units: "ours" }),
    readRules(tx, actor),
  ]);
  const rules = new Map(
    ARCHIVES.map((archive) => {
      const own = stored.find((each) => each.archive === archive.code);
      return [archive.code, ruleValues(archive, own?.values)];
    }),
  );
  const people = Map.groupBy(qualifications, ({ personId }) => personId ?? "");
  people.delete("");
  const over = [...people].flatMap(([personId, own]) => {
    const facts = {
      wanted: new Set<string>(),
      identities: [],
      rules,
      today,
      may: { waive: false },
    };
    return boxesOf({ ...facts, qualifications: own }).flatMap(({ id, standing }) =>
      standing.state === "expired" && standing.until
        ? { personId, type: id, on: standing.until }
        : [],
    );
  });
  if (over.length === 0) return [];
  const holders = await readHolders(
    tx,
    actor,
    [...new Set(over.map(({ personId }) => personId))],
    today,
  );
  const risks = over.flatMap(({ personId, type, on }): Risk[] => {
    const archive = archiveOfType(type);
    const holder = holders.find(
      (each) => each.personId === personId && (archive === null || each.archive === archive),
    );
    if (!holder) return [];
    return [
      { kind: "expired", personId, name: holder.name, what: typeById(type)?.name ?? type, on },
    ];
  });
  return byHarm(risks, today);
}

/** Who of these people holds data of which archive: by an approval in force, or by a copy that is kept. */
function readHolders(tx: Tx, { teamId }: Member, people: readonly string[], today: Day) {
  const team = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const these = Prisma.sql`any(${[...people]}::uuid[])`;
  return rows<{ personId: string; name: string; archive: string }>(
    tx,
    Prisma.sql`with held as materialized (
        select distinct "requestId", "personId" from "Grant" where ${team} and "endedOn" is null
          and "startsOn" <= ${today}::date and ("endsOn" is null or "endsOn" >= ${today}::date)
      ), holding as (
        select "requestId", "personId" from held where "personId" = ${these}
        union select "requestId", "personId" from "RequestPerson" where ${team}
          and "personId" = ${these} and function not in ('signing_official', 'it_director',
            'legal_representative')
          and "requestId" in (select "requestId" from held where "personId" is null)
        union select "requestId", "putById" from "DataCopy" where ${team}
          and "putById" = ${these} and "destroyedOn" is null and "requestId" is not null
      )
      select distinct h."personId", p.name, r.archive from holding h
      join (select id, archive from "Request" where ${team}) r on r.id = h."requestId"
      join (select id, name from "Person" where ${team}) p on p.id = h."personId"`,
  );
}

function mailRisks(mail: Record<"bounced" | "failed" | "held", number>): Risk[] {
  return (["bounced", "failed", "held"] as const).flatMap((problem) =>
    mail[problem] > 0 ? { kind: "mail", problem, mails: mail[problem] } : [],
  );
}
