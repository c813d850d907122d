import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { changeForm, versionForm } from "../agreements/forms";
import { day, dayFromColumn, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { personForm } from "../people/forms";
import type { Member } from "../team/actor";
import { addVersion, updateAgreement } from "./agreement-changes";
import { setArchiveRules } from "./archive-rules";
import { saveDraft } from "./drafts";
import { settleDuty } from "./duties";
import { recordIdentity } from "./identities";
import { recordNudge } from "./nudges";
import { addOutput, listOutputs, removeOutput } from "./outputs";
import { createPerson } from "./people";
import { correctQualification, recordQualification } from "./qualifications";
import { reconcileDuties } from "./reconcile";
import { getRequest } from "./requests";
import { agreementFields, sampleAgreement, signatureOf, unitIds } from "./sample-agreements";
import { corrected, recorded } from "./sample-qualifications";
import { sampleMove as move, sampleDraft, sampleFiling, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW, sampleTeam } from "./sample-team";
import { undoLastMove } from "./undo-move";

const JOB = { kind: "job", name: "reconcile_duties", now: SAMPLE_NOW } as const;

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await loadCatalogue(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  // The people of a sample are written past the services.
  await recompute();
});

const recompute = () => reconcileDuties(JOB, { teamId: lead.teamId });
const openDays = async (kind: string) => {
  const rows = await superuser.obligation.findMany({
    where: { teamId: lead.teamId, kind, state: "open" },
    orderBy: { dueOn: "asc" },
  });
  return rows.map(({ dueOn }) => dayFromColumn(dueOn));
};
/** Whatever a service did, there is nothing left for the night. */
const expectNothingLeft = async () => expect((await recompute()).changed).toEqual([]);

async function approvedProject() {
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000424.c1"]));
  await sampleFiling(lead, 1, "2025-11-18");
}
const APPROVED = { decidedOn: "2025-12-20", startsOn: "2025-12-20", endsOn: "2026-12-20" };

describe("facts that change", () => {
  it("of a training move its ends in the same transaction, also by the rules of the team", async () => {
    const { personId } = people.member;
    const days = { completedOn: "2026-01-10", startsOn: "2026-02-01", reportEndsOn: "2029-01-10" };
    const { id } = await recordQualification(lead, recorded(personId, { step: "accepted" }, days));
    expect(await openDays("physionet_training_report_end")).toEqual(["2029-01-10"]);
    await correctQualification(lead, corrected(id, 1, { ...days, reportEndsOn: "2028-01-10" }));
    expect(await openDays("physionet_training_report_end")).toEqual(["2028-01-10"]);
    expect(await openDays("physionet_training_end")).toEqual([]);
    const values = { trainingDays: "365" };
    await setArchiveRules(lead, { archive: "physionet", version: 0, values });
    expect(await openDays("physionet_training_end")).toEqual(["2027-02-01"]);
    await expectNothingLeft();
  });

  it("of a request: who is silent is asked, and asked again, until the decision", async () => {
    await approvedProject();
    const { id } = await getRequest(lead, 1);
    expect(await openDays("review_silence")).toEqual(["2025-12-31"]);
    await recordNudge(lead, {
      ...{ commandId: randomUUID(), requestId: id, step: "dac_review", on: day("2026-01-10") },
      ...{ subject: "News", text: "Is there any?" },
    });
    expect(await openDays("review_silence")).toEqual(["2026-02-22"]);
    await move(lead, 1, "approve", { decision: { ...APPROVED, documentId: "" } });
    expect(await openDays("review_silence")).toEqual([]);
    expect(await openDays("dbgap_output_log")).toEqual(["2026-12-31"]);
    await expectNothingLeft();
  });

  it("of an output give its request something to do, once and until it is taken away", async () => {
    await approvedProject();
    await move(lead, 1, "approve", { decision: { ...APPROVED, documentId: "" } });
    const { id: requestId } = await getRequest(lead, 1);
    const output = {
      ...{ kind: "publication" as const, title: "Genes", reference: "", on: day("2026-11-03") },
      requestIds: [requestId],
    };
    const { id } = await addOutput(lead, { commandId: randomUUID(), output });
    expect(await openDays("acknowledge_output")).toEqual(["2026-12-22"]);
    await expectNothingLeft();
    expect(await listOutputs(lead)).toHaveLength(1);
    await removeOutput(lead, { id, version: 1 });
    expect(await openDays("acknowledge_output")).toEqual([]);
    await expectNothingLeft();
  });

  it("of an agreement: its end, and whoever must sign a new text", async () => {
    const units = await unitIds(superuser, "EGAD00010000674");
    const signature = signatureOf(people.member);
    const signatures = [
      {
        ...signature,
        personId: people.member.personId,
        documentId: "",
        function: "authorised_personnel" as const,
      },
    ];
    const fields = agreementFields(units, { signatures });
    const { id } = await sampleAgreement(lead, fields);
    const ends = await openDays("agreement_end");
    expect(ends).toHaveLength(1);
    const next = versionForm.parse({
      ...{ name: "Data access agreement", textVersion: "3", textDate: "", documentId: "" },
      ...{ startsOn: "2026-11-01", endsOn: "2029-05-31", unitIds: units, change: "major" },
    });
    await addVersion(lead, { commandId: randomUUID(), id, version: 1, next });
    expect(await openDays("agreement_end")).toEqual(["2029-05-31"]);
    expect(await openDays("agreement_accept")).toEqual(["2026-12-22"]);
    await expectNothingLeft();
  });

  it("of people and their accounts", async () => {
    const { id: personId } = await createPerson(lead, {
      commandId: randomUUID(),
      person: personForm.parse({
        ...{ name: "Bo", email: "", position: "", institution: "", rank: "", country: "" },
        ...{ startsOn: "2026-11-01", endsOn: "", timeZone: "UTC" },
      }),
    });
    const checks = await openDays("affiliation_check");
    expect(checks).toContain("2027-11-22");
    await recordIdentity(lead, {
      ...{ commandId: randomUUID(), personId, scheme: "era_commons", documentId: null },
      identity: { value: "BO.LAB01", verifiedOn: day("2026-11-10"), endsOn: day("2026-12-10") },
    });
    expect(await openDays("identity_again")).toEqual(["2026-12-10"]);
    await expectNothingLeft();
  });
});

describe("two at once", () => {
  it("who see to the same duties wait for each other and store none twice", async () => {
    const units = await unitIds(superuser, "EGAD00010000674");
    await sampleAgreement(lead, agreementFields(units));
    await superuser.obligation.deleteMany({ where: { teamId: lead.teamId } });
    const differences = (await Promise.all([recompute(), recompute(), recompute()])).flatMap(
      ({ changed }) => changed.map((found) => found.differences),
    );
    expect(differences.reduce((sum, each) => sum + each, 0)).toBe(
      await superuser.obligation.count({ where: { teamId: lead.teamId } }),
    );
  });
});

describe("what was closed by hand", () => {
  it("stays closed for its day, and what comes again gets the next one", async () => {
    await approvedProject();
    await move(lead, 1, "approve", { decision: { ...APPROVED, documentId: "" } });
    const log = await superuser.obligation.findFirstOrThrow({
      where: { teamId: lead.teamId, kind: "dbgap_output_log" },
    });
    await settleDuty(lead, { id: log.id, doneOn: day("2026-11-20"), how: "Looked through" });
    expect(await openDays("dbgap_output_log")).toEqual(["2027-03-31"]);
    await expectNothingLeft();
  });

  it("follows a step that is taken back", async () => {
    await approvedProject();
    const { id: requestId, version } = await getRequest(lead, 1);
    await undoLastMove(lead, { commandId: randomUUID(), requestId, version, why: "Wrong day" });
    // Again with the signing official, for whom eight weeks are usual.
    expect(await openDays("review_silence")).toEqual(["2026-01-14"]);
    await expectNothingLeft();
  });
});

describe("what an agreement asks for again and again", () => {
  it("is kept by its next version, and moves with a change of it", async () => {
    const units = await unitIds(superuser, "EGAD00010000674");
    const fields = agreementFields(units, { reportMonths: "12", renewsDaysBefore: "90" });
    const { id } = await sampleAgreement(lead, fields);
    expect(await openDays("agreement_report")).toEqual([]);
    expect(await openDays("agreement_renewal_opens")).toEqual(["2026-10-02"]);
    const change = changeForm.parse({
      ...{ endsOn: "2028-12-31", endedOn: "", endedBy: "", parties: [], governingLaw: "" },
      ...{ reportMonths: "12", reportWhat: "an attestation", renewsDaysBefore: "90" },
    });
    await updateAgreement(lead, { id, version: 1, change });
    expect(await openDays("agreement_report")).toEqual(["2027-01-01"]);
    expect(await openDays("agreement_renewal_opens")).toEqual(["2028-10-02"]);
    await expectNothingLeft();
  });
});

describe("recomputing", () => {
  it("repairs what was written past the services, tells the team, and finds nothing a second time", async () => {
    const team = await sampleTeam(superuser, `past-${randomUUID()}`);
    await superuser.qualification.update({
      where: { id: team.qualificationId },
      data: { reportEndsOn: dayToColumn(day("2028-08-08")) },
    });
    const first = await reconcileDuties(JOB, { teamId: team.teamId });
    expect(first.changed[0]?.differences).toBeGreaterThan(0);
    const found = await superuser.obligation.findFirst({
      where: { teamId: team.teamId, kind: "physionet_training_report_end" },
    });
    expect(found?.dueOn).toEqual(dayToColumn(day("2028-08-08")));
    expect(
      await superuser.event.count({
        where: { teamId: team.teamId, action: "obligation.reconciled" },
      }),
    ).toBe(1);
    expect((await reconcileDuties(JOB, { teamId: team.teamId })).changed).toEqual([]);
    const run = await superuser.reminderRun.findFirst({ where: { kind: "reconcile" } });
    expect(run?.report).toMatchObject({ teams: 1, failedTeams: 0 });
  });
});
