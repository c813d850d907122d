import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import { itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import type { Member } from "../team/actor";
import { listAgreements } from "./agreement-list";
import { getAgreement } from "./agreements";
import { saveDraft } from "./drafts";
import { agreementFields, sampleAgreement, unitIds } from "./sample-agreements";
import { sampleCloseOut } from "./sample-closing";
import { sampleRenewal } from "./sample-renewals";
import { sampleMove as move, sampleDraft, sampleFiling, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member } = await sampleTeams(superuser));
  await superuser.team.update({ where: { id: lead.teamId }, data: { institution: "University" } });
});

const ON = "2025-12-20";
const decision = (on = ON, endsOn = "") => ({
  decision: { decidedOn: on, startsOn: on, endsOn, documentId: "" },
});

async function begin(codes: string[], change: Partial<Draft> = {}): Promise<number> {
  const draft = await sampleDraft(superuser, { member, lead, colleague }, codes, change);
  return (await saveDraft(lead, draft)).number;
}

/** All agreements of the team, oldest first, with what their pages show. */
async function agreements() {
  const { rows } = await listAgreements(lead, readView(AGREEMENT_LIST, {}));
  return Promise.all(rows.toReversed().map(({ id }) => getAgreement(lead, id)));
}
const codes = ({ units }: { units: readonly { code: string }[] }) => units.map(({ code }) => code);
const signers = ({ signatures }: Awaited<ReturnType<typeof getAgreement>>) =>
  signatures.map((signature) => [signature.function, signature.by, signature.signedOn].join(" "));

describe("a dbGaP approval", () => {
  const filed = async (units: string[]) => {
    const number = await begin(units);
    await sampleFiling(lead, number, "2025-11-18");
    return number;
  };
  const renew = (number: number, on: string) => sampleRenewal(lead, number, on);

  it("brings one certification for all that was decided that day", async () => {
    const number = await filed(["phs000007.c1", "phs000007.c2"]);
    await move(lead, number, "approve", decision());
    const [first, ...others] = await agreements();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ name: "Data Use Certification", startsOn: ON, endsOn: null, state: "in_force" },
      ...{ parties: ["University", "National Institutes of Health"], request: { number } },
    });
    expect(first && codes(first)).toEqual(["phs000007.c1", "phs000007.c2"]);
    expect(first && signers(first)).toEqual([
      expect.stringMatching(/^pi Ana \d+ 2025-12-20$/),
      expect.stringMatching(/^signing_official Ana \d+ 2025-12-20$/),
    ]);
  });

  it("of another day brings another one, with that day as its date", async () => {
    const number = await filed(["phs000007.c1", "phs000007.c2"]);
    await move(lead, number, "approve", { ...decision(), codes: ["phs000007.c1"] });
    await move(lead, number, "approve", { ...decision("2026-01-10"), codes: ["phs000007.c2"] });
    expect((await agreements()).map((each) => [each.startsOn, each.state, codes(each)])).toEqual([
      [ON, "in_force", ["phs000007.c1"]],
      ["2026-01-10", "in_force", ["phs000007.c2"]],
    ]);
  });

  it("of a renewal is agreed anew, and ends what it renews once it covers all of it", async () => {
    const units = ["phs000007.c1", "phs000007.c2"];
    const number = await filed(units);
    await move(lead, number, "approve", decision(ON, "2026-12-20"));
    await renew(number, "2026-11-10");
    const again = decision("2026-11-20", "2027-11-20");
    await move(lead, number, "approve", { ...again, codes: ["phs000007.c1"] });
    expect((await agreements()).map((each) => [each.startsOn, each.state])).toEqual([
      [ON, "in_force"],
      ["2026-11-20", "in_force"],
    ]);
    await move(lead, number, "approve", { ...again, codes: ["phs000007.c2"] });
    const [old, anew] = await agreements();
    expect(old).toMatchObject({ state: "replaced", endedOn: "2026-11-20", endedBy: "renewed" });
    expect(anew).toMatchObject({ state: "in_force", startsOn: "2026-11-20" });
    expect(anew && codes(anew)).toEqual(units);
  });
});

describe("an EGA permission", () => {
  const ELSA = ["EGAD00010000674", "EGAD00010000676"];
  const granted = async (codes: string[], answers: Record<string, string>, moves = [codes]) => {
    const draft = await sampleDraft(superuser, { member, lead, colleague }, codes);
    const change = { ...draft, answers: { ...draft.answers, ...answers } };
    const { number } = await saveDraft(lead, change);
    await move(lead, number, "submit");
    await move(lead, number, "file", { answers: { on: "2025-11-18" } });
    let day = 20;
    for (const some of moves) {
      await move(lead, number, "grant", { ...decision(`2025-12-${day++}`), codes: some });
    }
    return number;
  };

  it("brings the agreement with the committee, its law, its end and its appendix", async () => {
    const answers = { governingLaw: "Scots law", agreementEnds: "2027-12-31", dacName: "ELSA DAC" };
    await granted(ELSA, answers);
    const [first, ...others] = await agreements();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ name: "Data access agreement", parties: ["University", "ELSA DAC"] },
      ...{ governingLaw: "Scots law", startsOn: ON, endsOn: "2027-12-31" },
    });
    const functions = first?.people.map((named) => named.function) ?? [];
    expect(functions).toContain("applicant");
    expect(new Set(functions)).not.toContain("legal_representative");
    expect(first && signers(first)).toEqual([
      expect.stringMatching(/^legal_representative Ana \d+ 2025-12-20$/),
      "committee ELSA DAC 2025-12-20",
    ]);
  });

  it("of a second data set is covered by the agreement of the same request", async () => {
    await granted(ELSA, {}, [ELSA.slice(0, 1), ELSA.slice(1)]);
    const [first, ...others] = await agreements();
    expect(others).toEqual([]);
    expect(first && codes(first)).toEqual(ELSA);
    expect(first?.signatures).toHaveLength(2);
  });

  it("is covered by an agreement that was recorded by hand before", async () => {
    const units = await unitIds(superuser, ...ELSA);
    const fields = agreementFields(units, { startsOn: "2025-01-01", textDate: "", endsOn: "" });
    const { id } = await sampleAgreement(lead, fields);
    await granted(ELSA, {});
    expect((await agreements()).map((each) => each.id)).toEqual([id]);
  });

  it("that outlives the agreement in force brings a new one", async () => {
    const units = await unitIds(superuser, ...ELSA);
    const short = { startsOn: "2025-01-01", textDate: "", endsOn: "2026-06-30" };
    await sampleAgreement(lead, agreementFields(units, short));
    await granted(ELSA, { agreementEnds: "2027-12-31" });
    expect((await agreements()).map(({ endsOn }) => endsOn)).toEqual(["2026-06-30", "2027-12-31"]);
  });
});

describe("a PhysioNet signature", () => {
  const signing = async (people: Member[]) => {
    const personIds = people.map(({ personId }) => personId);
    const draft = await sampleDraft(superuser, { member, lead, colleague }, ["ct-ich/1.3.1"]);
    const [answers = {}] = Object.values(draft.itemAnswers);
    const itemAnswers = Object.fromEntries(
      draft.unitIds.flatMap((unitId) =>
        personIds.map((personId) => [itemKey({ unitId, personId }), answers]),
      ),
    );
    const { number } = await saveDraft(lead, { ...draft, personIds, itemAnswers });
    await move(lead, number, "submit");
    await move(lead, number, "file", { answers: { on: "2025-12-01" } });
    return number;
  };
  const grants = () => superuser.grant.findMany({ where: { teamId: lead.teamId } });

  it("is the approval itself: one agreement per version, one signature per person", async () => {
    const number = await signing([member, lead]);
    await move(lead, number, "sign", decision());
    const [first, ...others] = await agreements();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ name: "PhysioNet Restricted Health Data Use Agreement", textVersion: "1.5.0" },
      units: [{ code: "ct-ich/1.3.1" }],
    });
    const linked = first?.signatures.map(({ personId, grantId }) => [personId, grantId]);
    const expected = (await grants()).map(({ personId, id }) => [personId, id]);
    expect(linked?.toSorted()).toEqual(expected.toSorted());
    expect(linked).toHaveLength(2);
  });

  it("that was recorded before becomes the approval's, not a second one", async () => {
    const units = await unitIds(superuser, "ct-ich/1.3.1");
    const given = {
      ...{ personId: member.personId, signatory: "", function: "applicant" as const },
      ...{ signedOn: "2025-12-10", documentId: "" },
    };
    const { id } = await sampleAgreement(
      lead,
      agreementFields(units, {
        ...{ archive: "physionet", startsOn: "2025-12-01", endsOn: "", signatures: [given] },
      }),
    );
    await move(lead, await signing([member]), "sign", decision());
    const [grant] = await grants();
    expect(await agreements()).toMatchObject([
      { id, signatures: [{ signedOn: "2025-12-10", grantId: grant?.id }] },
    ]);
  });

  it("given again after the first one was taken back stands beside it", async () => {
    const number = await signing([member]);
    await move(lead, number, "sign", decision());
    await sampleCloseOut(lead, number, day("2026-02-01"));
    await move(lead, await signing([member]), "sign", decision("2026-03-01"));
    const [first, ...others] = await agreements();
    expect(others).toEqual([]);
    expect(first?.signatures.map(({ signedOn }) => signedOn)).toEqual([ON, "2026-03-01"]);
    expect(new Set(first?.signatures.map(({ grantId }) => grantId)).size).toBe(2);
  });
});
