import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { ME } from "../calendar/filter";
import type { Day } from "../dates/day";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import type { TimelineView } from "../timeline/view-query";
import { type Window, windowOf } from "../timeline/window";
import { readPeople, readRules, rows } from "./access-rows";
import { readAgreementEntries } from "./timeline-agreements";
import { readDutyEntries } from "./timeline-duties";
import { type GroupEntries, readGrantEntries } from "./timeline-grants";
import { type GroupName, REST, readGroups, type TimelineScope } from "./timeline-groups";
import { readHoldingEntries } from "./timeline-holdings";
import { inTeam } from "./transaction";
import type { Tx } from "./tx";

/** How many rows of a kind a group shows among others, and by itself. */
const CAP = 24;
const CAP_ALONE = 500;

/** The rows of one group. `name` null: what belongs to the team or the institution, or to no archive. */
export interface TimelineGroup extends GroupEntries {
  key: string;
  name: string | null;
  /** What names it in addresses; empty for the group without a name. */
  code: string;
}

/** What the timeline shows. */
export interface Timeline {
  window: Window;
  today: Day;
  groups: TimelineGroup[];
  /** Of the groups, from 1; the last one where the asked page lies behind it. */
  page: number;
  pages: number;
  /** The name of the person, and of the data set, that the view is narrowed to. */
  person: string | null;
  data: string | null;
}

/**
 * Approvals, credentials, agreements and duties of the window that the view asks for, a page of people
 * or data sets at a time. Throws NOT_FOUND for a person of another team and an unknown data set.
 */
export async function readTimeline(actor: Member, view: TimelineView): Promise<Timeline> {
  authorise(actor, "access.read");
  const { teamId } = actor;
  const today = todayFor(actor);
  const personId = view.person === ME ? actor.personId : (view.person ?? null);
  return inTeam(actor, async (tx) => {
    const [stored, everybody, extent, data] = await Promise.all([
      readRules(tx, actor),
      readPeople(tx, actor),
      view.zoom === "all" ? readExtent(tx, teamId) : { from: null, last: null },
      readDataName(tx, view.data),
    ]);
    const names = new Map(everybody.map(({ id, name }) => [id, name]));
    if (personId && !names.has(personId)) throw notFound("person");
    const window = windowOf(view, today, extent);
    const asked = { teamId, window, view, personId, grouping: view.group };
    const { groups, page, pages } = await readGroups(tx, asked);
    const isAlone = groups.length === 1 && pages === 1;
    const scope: TimelineScope = {
      ...{ ...asked, today, keys: groups.map(({ key }) => key) },
      cap: isAlone ? CAP_ALONE : CAP,
    };
    const parts = await readParts(tx, actor, scope, { stored, names });
    return {
      ...{ window, today, page, pages, data },
      person: personId && (names.get(personId) ?? null),
      groups: gathered(groups, parts, page),
    };
  });
}

type Part = ReadonlyMap<string, GroupEntries>;

/** One read for each kind that is shown; those that start together travel together. */
async function readParts(
  tx: Tx,
  actor: Member,
  scope: TimelineScope,
  known: { stored: Awaited<ReturnType<typeof readRules>>; names: ReadonlyMap<string, string> },
): Promise<Part[]> {
  const { kinds } = scope.view;
  const values = new Map(known.stored.map((row) => [row.archive, row.values]));
  const rules = new Map(
    ARCHIVES.map((archive) => [archive.code, ruleValues(archive, values.get(archive.code))]),
  );
  const wants = (...some: (typeof kinds)[number][]) => some.some((kind) => kinds.includes(kind));
  return Promise.all([
    wants("access") ? readGrantEntries(tx, scope, { rules, names: known.names }) : new Map(),
    wants("agreement") ? readAgreementEntries(tx, scope, known.names) : new Map(),
    readHoldingEntries(tx, actor, scope, { rules, names: known.names }),
    wants("duty", "reminder") ? readDutyEntries(tx, actor, scope) : new Map(),
  ]);
}

/** The groups of the page that have anything in the window; what belongs to none of them comes first. */
function gathered(
  groups: readonly GroupName[],
  parts: readonly Part[],
  page: number,
): TimelineGroup[] {
  const rest = page === 1 ? [{ key: REST, name: null, code: "" }] : [];
  return [...rest, ...groups]
    .map((group) => {
      const own = parts.flatMap((part) => part.get(group.key) ?? []);
      const hidden = own.reduce((sum, part) => sum + part.hidden, 0);
      return { ...group, entries: own.flatMap(({ entries }) => entries), hidden };
    })
    .filter(({ entries }) => entries.length > 0);
}

/** The first and the last day of which anything is known, however far away. */
async function readExtent(tx: Tx, teamId: string): Promise<{ from: Day | null; last: Day | null }> {
  const team = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const [extent] = await rows<{ from: Day | null; last: Day | null }>(
    tx,
    Prisma.sql`select least(
        (select min("startsOn") from "Grant" where ${team}),
        (select min("startsOn") from "Agreement" where ${team}),
        (select min("startsOn") from "Qualification" where ${team}),
        (select min("dueOn") from "Obligation" where ${team})) as from,
      greatest(
        (select max("endsOn") from "Grant" where ${team}),
        (select max("endsOn") from "Agreement" where ${team}),
        (select max(greatest("endsOn", "reportEndsOn")) from "Qualification" where ${team}),
        (select max("dueOn") from "Obligation" where ${team})) as last`,
  );
  return extent ?? { from: null, last: null };
}

async function readDataName(tx: Tx, slug: string | undefined): Promise<string | null> {
  if (slug === undefined) return null;
  const [found] = await rows<{ name: string }>(
    tx,
    Prisma.sql`select "shortTitle" as name from "Dataset" where slug = ${slug}`,
  );
  if (!found) throw notFound("data set");
  return found.name;
}
