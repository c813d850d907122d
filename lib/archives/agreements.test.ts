import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import type { AgreementDraft, ApprovalFacts } from "./agreement";
import { archiveByCode } from "./index";

const ON = day("2026-03-14");

const approval = (facts: Partial<ApprovalFacts>): ApprovalFacts => ({
  lifecycle: "",
  answers: {},
  unit: { code: "unit", dac: null },
  personId: null,
  people: [],
  institution: "University of Lisbon",
  decidedOn: ON,
  startsOn: ON,
  ...facts,
});

const agreementOf = (archive: string, facts: Partial<ApprovalFacts>) =>
  archiveByCode(archive)?.agreementOf(approval(facts)) ?? null;

const signers = (draft: AgreementDraft | null) =>
  draft?.signatures.map(({ personId, signatory, function: held, signedOn }) =>
    [held, personId ?? signatory, signedOn].join(" "),
  );

describe("the agreement that PhysioNet's approval brings", () => {
  it.each([
    ["physionet-restricted", "PhysioNet Restricted Health Data Use Agreement", true],
    ["physionet-credentialed", "PhysioNet Credentialed Health Data Use Agreement", true],
    ["physionet-contributor", "PhysioNet Contributor Review Health Data Use Agreement", false],
  ])("of %s is signed by the person, who thereby has access or not", (lifecycle, name, opens) => {
    expect(agreementOf("physionet", { lifecycle, personId: "ana" })).toMatchObject({
      ...{ name, textVersion: "1.5.0", startsOn: ON, endsOn: null, isAgreedEachTime: false },
      signatures: [{ personId: "ana", function: "applicant", signedOn: ON, isApproval: opens }],
    });
  });

  it("is none where nobody is named, or the policy asks for none", () => {
    expect(agreementOf("physionet", { lifecycle: "physionet-restricted" })).toBeNull();
    expect(agreementOf("physionet", { lifecycle: "open", personId: "ana" })).toBeNull();
  });
});

describe("the agreement that a dbGaP approval brings", () => {
  it("is dated by each decision and signed by the PI and the signing official", () => {
    const draft = agreementOf("dbgap", {
      startsOn: day("2026-04-01"),
      people: [
        { personId: "ana", function: "pi" },
        { personId: "bo", function: "internal_collaborator" },
        { personId: "cy", function: "signing_official" },
      ],
    });
    expect(draft).toMatchObject({ name: "Data Use Certification", startsOn: ON, people: [] });
    expect(draft?.isAgreedEachTime).toBe(true);
    expect(signers(draft)).toEqual([`pi ana ${ON}`, `signing_official cy ${ON}`]);
  });

  it("names the institution where the request names no official", () => {
    const people = [{ personId: "ana", function: "pi" }] as const;
    expect(signers(agreementOf("dbgap", { people }))).toEqual([
      `pi ana ${ON}`,
      `signing_official University of Lisbon ${ON}`,
    ]);
    expect(signers(agreementOf("dbgap", { institution: "" }))).toEqual([
      `pi The institution ${ON}`,
      `signing_official The institution ${ON}`,
    ]);
  });
});

describe("the agreement that an EGA approval brings", () => {
  it("is between institution and committee, with an appendix, a law and an end", () => {
    const draft = agreementOf("ega", {
      unit: { code: "EGAD00001000001", dac: "EGAC00001000205" },
      answers: {
        dacName: " Lothian committee ",
        governingLaw: "Scots law",
        agreementEnds: "2028-03-13",
      },
      people: [
        { personId: "ana", function: "applicant" },
        { personId: "bo", function: "authorised_personnel" },
        { personId: "cy", function: "legal_representative" },
      ],
    });
    expect(draft).toMatchObject({
      dac: "EGAC00001000205",
      parties: ["University of Lisbon", "Lothian committee"],
      governingLaw: "Scots law",
      ...{ startsOn: ON, endsOn: "2028-03-13", isAgreedEachTime: false },
      people: [
        { personId: "ana", function: "applicant" },
        { personId: "bo", function: "authorised_personnel" },
      ],
    });
    expect(signers(draft)).toEqual([
      `legal_representative cy ${ON}`,
      `committee Lothian committee ${ON}`,
    ]);
  });

  it("begins with the access where that came before the decision, and not with what comes later", () => {
    expect(agreementOf("ega", { startsOn: day("2026-03-01") })?.startsOn).toBe("2026-03-01");
    expect(agreementOf("ega", { startsOn: day("2026-05-01") })?.startsOn).toBe(ON);
  });

  it.each(["", "soon", "2026-02-30", "2026-03-13"])("takes no end from “%s”", (agreementEnds) => {
    expect(agreementOf("ega", { answers: { agreementEnds } })?.endsOn).toBeNull();
  });

  it("takes an end on its first day", () => {
    expect(agreementOf("ega", { answers: { agreementEnds: ON } })?.endsOn).toBe(ON);
  });
});
