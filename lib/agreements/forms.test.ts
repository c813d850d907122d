import { describe, expect, it } from "vitest";
import { type AgreementFields, agreementForm, changeForm, versionForm } from "./forms";

const ANA = "11111111-1111-4111-8111-111111111111";
const BO = "22222222-2222-4222-8222-222222222222";

const good: AgreementFields = {
  ...{ archive: "ega", name: " Data access agreement ", textVersion: "2", textDate: "2025-12-01" },
  ...{ documentId: "", startsOn: "2026-01-01", endsOn: "", unitIds: [ANA, ANA], dac: "" },
  ...{ parties: ["University", "", "University"], governingLaw: "", people: [], signatures: [] },
};

/** Each problem as field and sentence. */
function problems(fields: Partial<AgreementFields>): string[] {
  const { error } = agreementForm.safeParse({ ...good, ...fields });
  return (error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

const named = (fields: object) => ({
  ...{ personId: ANA, function: "authorised_personnel" as const, startsOn: "", endsOn: "" },
  ...fields,
});
const signed = (fields: object) => ({
  ...{ personId: ANA, signatory: "", function: "applicant" as const, signedOn: "2026-01-02" },
  ...{ documentId: "", ...fields },
});

describe("an agreement's form", () => {
  it("leaves open what nobody knows, and keeps nothing twice", () => {
    expect(agreementForm.parse(good)).toMatchObject({
      ...{ name: "Data access agreement", endsOn: null, documentId: null, dac: null },
      ...{ unitIds: [ANA], parties: ["University"] },
    });
  });

  it("refuses days that do not exist, and an end before the start, at their field", () => {
    expect(problems({ startsOn: "2026-02-30" })).toEqual([
      "startsOn: There is no 30 February 2026.",
    ]);
    expect(problems({ startsOn: "" })).toEqual(["startsOn: Choose the day from which it binds."]);
    expect(problems({ endsOn: "2025-12-31" })).toEqual([
      "endsOn: The last day cannot come before the first.",
    ]);
    expect(problems({ endsOn: "2026-01-01" })).toEqual([]);
  });

  it("refuses archives that do not exist, and an agreement on nothing", () => {
    expect(problems({ archive: "dryad" })).toEqual(["archive: Choose an archive from the list."]);
    expect(problems({ unitIds: [] })).toEqual(["unitIds: Choose what the agreement covers."]);
  });

  it("refuses a name that ends before it begins, also where it begins with the agreement", () => {
    const message = "The last day cannot come before the first.";
    expect(problems({ people: [named({ startsOn: "2026-05-01", endsOn: "2026-04-30" })] })).toEqual(
      [`people.0.endsOn: ${message}`],
    );
    expect(problems({ people: [named({ endsOn: "2025-12-31" })] })).toEqual([
      `people.0.endsOn: ${message}`,
    ]);
  });

  it("refuses the same person twice in one function at one time, not one after the other", () => {
    const first = named({ endsOn: "2026-03-31" });
    expect(problems({ people: [first, named({ startsOn: "2026-03-31" })] })).toEqual([
      "people.1.personId: This person is named in this function already.",
    ]);
    expect(problems({ people: [first, named({ startsOn: "2026-04-01" })] })).toEqual([]);
    expect(problems({ people: [first, named({ personId: BO })] })).toEqual([]);
  });

  it("refuses overlapping signatures of one person, and of one body in one function", () => {
    const again = "This signature stands here already; one is enough.";
    expect(problems({ signatures: [signed({}), signed({ signedOn: "2026-05-01" })] })).toEqual([
      `signatures.1.personId: ${again}`,
    ]);
    const body = signed({ personId: "", signatory: "The committee", function: "committee" });
    expect(problems({ signatures: [body, body] })).toEqual([`signatures.1.personId: ${again}`]);
    expect(problems({ signatures: [signed({}), signed({ personId: BO }), body] })).toEqual([]);
  });

  it("refuses a signature before the text was written, after its end, and of nobody", () => {
    expect(problems({ signatures: [signed({ signedOn: "2025-11-30" })] })).toEqual([
      "signatures.0.signedOn: The text is of 1 Dec 2025; nobody can have signed it before.",
    ]);
    expect(problems({ signatures: [signed({ signedOn: "2025-12-01" })] })).toEqual([]);
    const late = { endsOn: "2026-06-30", signatures: [signed({ signedOn: "2026-07-01" })] };
    expect(problems(late)).toEqual([
      "signatures.0.signedOn: The agreement ended on 30 Jun 2026; sign its next version.",
    ]);
    expect(problems({ signatures: [signed({ personId: "" })] })).toEqual([
      "signatures.0.personId: Choose who signed, or write the name.",
    ]);
  });
});

it("says of a day of any length what is wrong with it, whatever else is compared with it", () => {
  const long = "2".repeat(5_000);
  const told = ["textDate", "startsOn", "endsOn"].map((field) =>
    problems({ [field]: long, signatures: [signed({})], people: [named({})] }),
  );
  const sentence = "Write the day as year, month, day: 2027-03-14.";
  expect(told).toEqual([
    [`textDate: ${sentence}`],
    [`startsOn: ${sentence}`],
    [`endsOn: ${sentence}`],
  ]);
});

describe("a change of an agreement", () => {
  const change = { endsOn: "", endedOn: "", endedBy: "" as const, parties: [], governingLaw: "" };

  it("says who ended it", () => {
    expect(changeForm.safeParse(change).success).toBe(true);
    const ended = changeForm.safeParse({ ...change, endedOn: "2026-05-01" });
    expect(ended.error?.issues).toMatchObject([{ path: ["endedBy"] }]);
  });
});

describe("the next version of a text", () => {
  it("says whether it must be signed again", () => {
    const { name, textVersion, textDate, documentId, startsOn, endsOn, unitIds } = good;
    const next = { name, textVersion, textDate, documentId, startsOn, endsOn, unitIds };
    expect(versionForm.safeParse({ ...next, change: "major" }).success).toBe(true);
    expect(versionForm.safeParse({ ...next, change: "" }).error?.issues).toMatchObject([
      { message: "Say whether it must be signed again." },
    ]);
    const backwards = { ...next, change: "minor", endsOn: "2025-01-01" };
    expect(versionForm.safeParse(backwards).error?.issues).toMatchObject([{ path: ["endsOn"] }]);
  });
});
