import { beforeAll, beforeEach, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { addDays, addYears, type Day, day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { compareFilings } from "../requests/filing";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { listFilings } from "./filings";
import { getRequest } from "./requests";
import { listRounds } from "./round-chain";
import { sampleReport } from "./sample-renewals";
import { sampleDraft, sampleFiling, sampleMove, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  people = await sampleTeams(superuser);
});

/** The lead of the team on a day. */
const on = (when: Day): Member => ({ ...people.lead, now: new Date(`${when}T09:00:00Z`) });

const decision = (when: Day) => ({
  decision: { decidedOn: when, startsOn: when, endsOn: addYears(when, 1), documentId: "" },
});

/** Two consent groups, filed and approved on one day. */
async function first(when: Day): Promise<void> {
  const actor = on(when);
  const draft = await sampleDraft(superuser, people, ["phs000007.c1", "phs000007.c2"]);
  const answers = { ...draft.answers, internalCollaborators: [people.member.personId] };
  await saveDraft(actor, { ...draft, answers });
  await sampleFiling(actor, 1, when);
  await sampleMove(actor, 1, "approve", decision(when));
}

interface Year {
  researchUse: string;
  codes?: readonly string[];
  dropped?: readonly string[];
}

/** Everything of a renewal up to the committees, written anew in one answer. */
async function renew(when: Day, { researchUse, codes, dropped }: Year): Promise<void> {
  const actor = on(when);
  await sampleMove(actor, 1, "begin_renewal", { codes });
  const { id, version, title, answers, items } = await getRequest(actor, 1);
  await saveDraft(actor, {
    ...{ id, version, archive: "dbgap", title, personIds: [], itemAnswers: {} },
    ...{ unitIds: items.map(({ unitId }) => unitId), answers: { ...answers, researchUse } },
  });
  await sampleReport(actor, 1, { dropped });
  await sampleMove(actor, 1, "file_renewal", { answers: { on: when } });
  await sampleMove(actor, 1, "so_approved", { answers: { on: when } });
}

const approve = (when: Day, codes?: readonly string[]) =>
  sampleMove(on(when), 1, "approve", { ...decision(when), codes });

it("five rounds over the years are one chain, linked both ways, past one that was refused", async () => {
  const start = day("2022-03-01");
  const years = [1, 2, 3, 4].map((count) => addDays(addYears(start, count), -20));
  const [second, third, fourth, fifth] = years as [Day, Day, Day, Day];
  await first(start);
  await renew(second, { researchUse: "The second year." });
  await approve(second);

  await renew(third, { researchUse: "Too much." });
  await sampleMove(on(third), 1, "reject", { answers: { on: third, reason: "Too much." } });
  await sampleMove(on(third), 1, "withdraw_renewal", { answers: { on: third } });

  const again = addDays(third, 1);
  await renew(again, { researchUse: "The third year.", dropped: [people.member.personId] });
  await approve(again);
  await renew(fourth, { researchUse: "The fourth year.", codes: ["phs000007.c1"] });
  await approve(fourth, ["phs000007.c1"]);
  await renew(fifth, { researchUse: "The fifth year.", codes: ["phs000007.c1"] });
  await approve(fifth, ["phs000007.c1"]);

  const rounds = await listRounds(people.lead, 1);
  expect(
    rounds.map(({ number, state, renews, renewedBy }) => [number, state, renews, renewedBy]),
  ).toEqual([
    [1, "approved", null, 2],
    [2, "approved", 1, 4],
    [3, "rejected", 2, null],
    [4, "approved", 2, 5],
    [5, "approved", 4, 6],
    [6, "approved", 5, null],
  ]);
  expect(rounds.at(-1)).toMatchObject({
    ...{ kind: "renewal", submittedOn: fifth, decidedOn: fifth, approvals: 1 },
    endsOn: addYears(fifth, 1),
  });

  const sections = archiveByCode("dbgap")?.sections("dbgap-project") ?? [];
  const filings = await listFilings(people.lead, 1);
  const changes = (before: number, after: number) => {
    const of = (round: number) => filings.findLast((filing) => filing.round === round);
    const [a, b] = [of(before), of(after)];
    if (!a || !b) throw new Error("not filed");
    return compareFilings(sections, a, b);
  };
  const fields = (found: ReturnType<typeof changes>) =>
    found.sections.flatMap((part) => part.changes.map(({ field, after }) => [field.id, after]));
  expect(fields(changes(1, 2))).toEqual([["researchUse", "The second year."]]);
  const withoutOne = changes(2, 4);
  expect(withoutOne.people?.removed).toMatchObject([{ personId: people.member.personId }]);
  expect(fields(withoutOne)).toEqual([
    ["researchUse", "The third year."],
    ["internalCollaborators", []],
  ]);
  const smaller = changes(4, 5);
  expect(smaller.items.removed).toMatchObject([{ unit: "phs000007.c2" }]);
  expect(fields(smaller)).toEqual([["researchUse", "The fourth year."]]);
  expect(fields(changes(5, 6))).toEqual([["researchUse", "The fifth year."]]);
});

it("a round is renewed once: whoever begins it a second time joins what is open", async () => {
  const start = day("2022-03-01");
  await first(start);
  const next = addDays(addYears(start, 1), -20);
  await sampleMove(on(next), 1, "begin_renewal", { codes: ["phs000007.c1"] });
  await sampleMove(on(next), 1, "begin_renewal", { codes: ["phs000007.c2"] });
  expect(await listRounds(people.lead, 1)).toMatchObject([{ renewedBy: 2 }, { renews: 1 }]);
});
