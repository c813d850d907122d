import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { STANDING } from "../obligations/standing";
import type { Member } from "../team/actor";
import { cancelDeparture, recordDeparture } from "./departure";
import { settleDuty } from "./duties";
import { listPeople, updatePerson } from "./people";
import {
  type DepartureStory,
  departureStory,
  LAST_DAY,
  namingAgreement,
  ownDuty,
  recordInput,
  TODAY,
} from "./sample-departure";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleMember } from "./sample-team";

let superuser: PrismaClient;
let story: DepartureStory;
let ana: Member;
let bo: Member;
let cai: Member;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  story = await departureStory(superuser, `again-${++teams}`);
  ({ ana, bo, cai, team } = story);
});

it("nothing passes to somebody whose own leaving is recorded meanwhile", async () => {
  const dee = await sampleMember(superuser, team.teamId, "member");
  await ownDuty(superuser, dee);
  const [hers, his] = [await story.preview(LAST_DAY, ana), await story.preview(LAST_DAY, dee)];
  const [locked, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = superuser.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Request" where id = ${team.requestId}::uuid for no key update`;
    locked.resolve();
    await freed.promise;
  });
  await locked.promise;
  const first = recordDeparture(cai, recordInput(hers, dee));
  await setTimeout(1_000);
  const second = recordDeparture(cai, recordInput(his, cai));
  await Promise.race([second, setTimeout(1_500)]).catch(() => {});
  freed.resolve();
  await held;
  const tries = await Promise.allSettled([first, second]);
  const refused = tries.filter(({ status }) => status === "rejected");
  expect(refused).toMatchObject([{ reason: { code: "CONFLICT" } }]);
});

describe("another last day", () => {
  it("replaces the duties that followed from the former one, and moves namings along", async () => {
    const agreement = await namingAgreement(superuser, bo);
    await story.leave(LAST_DAY, bo);
    const later = addDays(LAST_DAY, 10);
    const seen = await story.preview(later, bo);
    expect(seen.duties).toHaveLength(4);
    expect(seen.handOver).toMatchObject([{ kind: "agreement", proposedId: cai.personId }]);
    await recordDeparture(cai, recordInput(seen, cai));
    const rows = await superuser.obligation.findMany({
      where: {
        ...{ teamId: team.teamId, personId: bo.personId },
        NOT: { subject: { startsWith: STANDING } },
      },
    });
    const open = rows.filter(({ state }) => state === "open");
    expect(open.map(({ dueOn }) => dueOn)).not.toContainEqual(dayToColumn(LAST_DAY));
    expect(open).toHaveLength(4);
    expect(rows.find(({ state }) => state === "not_applicable")?.closedWhy).toContain("moved from");
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { agreementId: agreement },
    });
    expect(naming.endsOn).toEqual(dayToColumn(later));
    await story.leave(LAST_DAY, bo);
    const again = (await story.openDuties()).filter(({ personId }) => personId === bo.personId);
    expect(again.map(({ dueOn }) => dueOn)).toContainEqual(dayToColumn(LAST_DAY));
    expect(again).toHaveLength(4);
  });

  it("that is taken back closes the duties, and what was done stays done", async () => {
    await namingAgreement(superuser, bo);
    await story.leave(LAST_DAY, bo);
    const told = (await story.openDuties()).find(({ kind }) => kind === "ega_staff_change");
    await settleDuty(cai, { id: told?.id ?? "", doneOn: TODAY, how: "By mail" });
    const version = (await superuser.person.findUniqueOrThrow({ where: { id: bo.personId } }))
      .version;
    const input = { commandId: randomUUID(), personId: bo.personId, version };
    await cancelDeparture(cai, input);
    await cancelDeparture(cai, input);
    const rows = await superuser.obligation.findMany({
      where: {
        ...{ teamId: team.teamId, personId: bo.personId },
        NOT: { subject: { startsWith: STANDING } },
      },
    });
    expect(rows.map(({ state }) => state).sort()).toEqual([
      ...["done", "not_applicable", "not_applicable", "not_applicable"],
    ]);
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { teamId: team.teamId },
    });
    expect(naming.endsOn).toBeNull();
    expect(
      (await story.actions()).filter((action) => action === "departure.cancelled"),
    ).toHaveLength(1);
    const stale = { ...input, commandId: randomUUID() };
    expect(await refusal(cancelDeparture(cai, stale))).toMatchObject({ code: "CONFLICT" });
  });

  it("cannot be slipped past the preview through the person's form", async () => {
    const people = await listPeople(cai);
    const entry = (who: Member) => people.find(({ id }) => id === who.personId) ?? expect.fail();
    const change = (who: Member) => {
      const { id, version, name, email, position, institution, timeZone, startsOn } = entry(who);
      const { rank, country, language } = entry(who);
      const words = { name, email, position, institution, rank, country, timeZone, language };
      return updatePerson(cai, { id, version, person: { ...words, startsOn, endsOn: LAST_DAY } });
    };
    const error = await refusal(change(ana));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "person.endsOn" } });
    expect(error.message).toContain("“Leaves the team”");
    await change(cai);
  });
});
