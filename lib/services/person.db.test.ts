import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayFromColumn, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { listHistory } from "./history";
import { recordIdentity } from "./identities";
import { getPerson } from "./person";
import { refusal } from "./sample-requests";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = dayFromColumn(SAMPLE_NOW);

let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

describe("a person's page", () => {
  it("shows functions on requests, also of whoever asks where access is personal", async () => {
    const { teamId, requestId, unitId, lead } = team;
    const asking = await sampleMember(superuser, teamId, "member");
    await superuser.requestItem.create({
      data: {
        ...{ teamId, requestId, unitId, personId: asking.personId, waitingOn: "us" },
        ...{ step: "draft", status: "draft", stepSince: dayToColumn(TODAY) },
      },
    });
    const request = { number: team.number, title: "Sample" };
    expect((await getPerson(lead, lead.personId)).functions).toEqual([{ function: "pi", request }]);
    expect((await getPerson(lead, asking.personId)).functions).toEqual([
      { function: "applicant", request },
    ]);
  });

  it("shows the open duties of the owner, nearest first", async () => {
    const { teamId, lead } = team;
    const member = await sampleMember(superuser, teamId, "member");
    const duty = (what: string, days: number, state: "open" | "done" = "open") => ({
      ...{ teamId, ownerId: member.personId, kind: "departure", subject: what, what, state },
      ...{ dueOn: dayToColumn(addDays(TODAY, days)), rule: "At once", source: "Clause 5" },
    });
    await superuser.obligation.createMany({
      data: [duty("Destroy the copy", 30), duty("Tell NIH", 3), duty("Sign", 1, "done")],
    });
    const { duties } = await getPerson(lead, member.personId);
    expect(duties.map(({ what, dueOn, request }) => [what, dueOn, request])).toEqual([
      ["Tell NIH", addDays(TODAY, 3), null],
      ["Destroy the copy", addDays(TODAY, 30), null],
    ]);
  });

  it("tells what happened to the person and to what they hold, and nothing else", async () => {
    const { lead } = team;
    const identity = { value: "ana-ruiz", verifiedOn: TODAY, endsOn: null };
    await recordIdentity(lead, {
      ...{ commandId: randomUUID(), personId: lead.personId, scheme: "physionet" },
      ...{ documentId: null, identity },
    });
    const lines = await listHistory(lead, { personId: lead.personId });
    expect(lines.map(({ action }) => action)).toEqual(["identity.recorded"]);
  });

  it("is not there for somebody of another team, and for what is no id", async () => {
    const other = await sampleTeam(superuser, "others");
    for (const id of [other.lead.personId, randomUUID(), "me", "%00"]) {
      expect(await refusal(getPerson(team.lead, id))).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
