import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { archiveRulesForm } from "../team/archive-rules";
import { getArchiveRules, setArchiveRules } from "./archive-rules";
import { refusal, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  people = await sampleTeams(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const typed = (version: number, values: Record<string, unknown>, archive = "physionet") =>
  archiveRulesForm.parse({ archive, version, values });
const rulesOf = async (archive: string) =>
  (await getArchiveRules(people.viewer)).find((rules) => rules.archive === archive);

describe("the rules of an archive", () => {
  it("are the initial ones until the team sets its own, which everybody reads", async () => {
    const initial = { countReportEnd: true, trainingDays: null };
    expect(await rulesOf("physionet")).toMatchObject({ version: 0, values: initial });
    const set = await setArchiveRules(people.lead, typed(0, { trainingDays: "1095" }));
    expect(set).toMatchObject({ version: 1, values: { ...initial, trainingDays: 1095 } });
    expect(await rulesOf("physionet")).toEqual(set);
    expect(
      await superuser.event.findFirst({
        where: { teamId: people.lead.teamId, action: "rules.updated" },
      }),
    ).toMatchObject({
      data: { name: "PhysioNet", changes: { trainingDays: { from: null, to: 1095 } } },
    });
  });

  it("are set in the version that was read, by one of two at once", async () => {
    const results = await Promise.allSettled(
      ["100", "200"].map((trainingDays) =>
        setArchiveRules(people.lead, typed(1, { trainingDays })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const stored = await rulesOf("physionet");
    expect(stored?.version).toBe(2);
    const late = await refusal(setArchiveRules(people.lead, typed(0, { trainingDays: "" })));
    expect(late).toMatchObject({ code: "CONFLICT", options: { details: { current: stored } } });
  });

  it("may be taken back to what is not set", async () => {
    await setArchiveRules(people.lead, typed(2, { trainingDays: "" }));
    expect(await rulesOf("physionet")).toMatchObject({ values: { trainingDays: null } });
  });

  it("are refused at the rule that cannot be", async () => {
    const refused = (values: Record<string, unknown>) =>
      refusal(setArchiveRules(people.lead, typed(3, values)));
    expect(await refused({ trainingDays: "0" })).toMatchObject({
      code: "INVALID",
      options: { field: "values.trainingDays" },
    });
    expect(await refused({ teamId: "x" })).toMatchObject({ options: { field: "values.teamId" } });
    const unknown = setArchiveRules(people.lead, typed(0, {}, "dryad"));
    expect(await refusal(unknown)).toMatchObject({ code: "NOT_FOUND" });
    expect(await rulesOf("physionet")).toMatchObject({ version: 3 });
  });

  it("are set by a lead alone", async () => {
    for (const actor of [people.colleague, people.member, people.viewer]) {
      const refused = await refusal(setArchiveRules(actor, typed(3, {})));
      expect(refused.code).toBe("FORBIDDEN");
    }
  });

  it("are each team's own", async () => {
    const theirs = (await getArchiveRules(people.stranger)).every(({ version }) => version === 0);
    expect(theirs).toBe(true);
  });
});
