import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCredentialPage, readTrainingPage } from "./account-pages";
import { readAgreementsPage } from "./agreements-page";

const HEAD = [
  "PhysioNet\tData\tSoftware\tAbout",
  "Data Use Agreements",
  "You have signed the following Data Use Agreements:",
  "Date of Agreement\tAgreement\tProject\tView Agreement",
];
const DUA = "PhysioNet Credentialed Health Data Use Agreement 1.5.0";

const LAYOUTS: [string, string][] = [
  ["tabs between cells", `Oct. 11, 2024\t${DUA}\tMIMIC-IV (v3.1)\tView`],
  ["one cell to a line", `Oct. 11, 2024\n${DUA}\nMIMIC-IV (v3.1)\nView`],
  ["single spaces", `Oct. 11, 2024 ${DUA} MIMIC-IV (v3.1) View`],
  ["many spaces", `Oct. 11, 2024    ${DUA}    MIMIC-IV (v3.1)    View`],
  ["the day in full", `October 11, 2024\t${DUA}\tMIMIC-IV (v3.1)\tView`],
  ["a British day", `11 October 2024\t${DUA}\tMIMIC-IV (v3.1)\tView`],
  ["Windows line ends", `Oct. 11, 2024\r\n${DUA}\r\nMIMIC-IV (v3.1)\r\nView\r\n`],
];

describe("PhysioNet's page of agreements", () => {
  it.each(LAYOUTS)("is read with %s", (_layout, row) => {
    const { entries, refused } = readAgreementsPage([...HEAD, row].join("\n"));
    expect(refused).toEqual([]);
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ unitLabel: "MIMIC-IV", unitVersion: "3.1", step: "signed", on: "2024-10-11" },
        words: expect.stringMatching(/^(?:Oct\.|October|11) (?:11,|October) 2024 PhysioNet/),
        approval: {
          ...{ decidedOn: "2024-10-11", startsOn: "2024-10-11", endsOn: null, openEnded: true },
        },
      }),
    ]);
  });

  it("knows a project by its address where the paste kept that", () => {
    const row = `Oct. 11, 2024\thttps://physionet.org/content/mimiciv/3.1/\tView`;
    expect(readAgreementsPage(row).entries).toEqual([
      expect.objectContaining({ unitCode: "mimiciv/3.1", unitVersion: "3.1" }),
    ]);
  });

  it("keeps titles with brackets and commas whole", () => {
    const title = "VinDr-CXR: chest X-rays (annotated), part 2";
    const { entries } = readAgreementsPage(`Sept. 2, 2023\t${DUA}\t${title} (v1.0.0)\tView`);
    expect(entries).toEqual([expect.objectContaining({ unitLabel: title, unitVersion: "1.0.0" })]);
  });

  it("keeps the first day of whoever signed twice, in either order", () => {
    const rows = ["Oct. 11, 2024", "May 1, 2022", "June 3, 2023"];
    const text = rows.map((day) => `${day}\t${DUA}\tMIMIC-IV (v3.1)\tView`).join("\n");
    const { entries, notes } = readAgreementsPage(text);
    expect(entries.map(({ on }) => on)).toEqual(["2022-05-01"]);
    expect(notes).toHaveLength(2);
  });

  it("refuses a row without a project, and takes the others", () => {
    const text = `Oct. 11, 2024\t${DUA}\t\tView\nMay 1, 2022\t${DUA}\tHiRID (v1.1.1)\tView`;
    const { entries, refused } = readAgreementsPage(text);
    expect(entries).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(/No project with its version/);
  });

  it.each([
    ["", /Copy the whole page/],
    ["<html>Log in</html>", /Copy the whole page/],
    ["Oct. 32, 2024\tMIMIC-IV (v3.1)", /Copy the whole page/],
  ])("says what to do with another text", (text, reason) => {
    expect(readAgreementsPage(text).refused[0]?.reason).toMatch(reason);
  });

  it("of an account without any says just that", () => {
    const { entries, refused, notes } = readAgreementsPage(
      "Data Use Agreements\nNo agreements found.",
    );
    expect([entries, refused, notes.length]).toEqual([[], [], 1]);
  });
});

describe("PhysioNet's page on credentialing", () => {
  it.each([
    [
      "Your account was successfully credentialed on Jan. 5, 2024, 3:04 p.m.",
      "accepted",
      "2024-01-05",
    ],
    [
      "Your credentialing application was submitted on March 9, 2026. We will respond shortly.",
      "pending",
      "2026-03-09",
    ],
    ["Status: awaiting a response from your reference", "reference_response", null],
    ["Awaiting final approval since Nov. 2, 2026", "final_review", "2026-11-02"],
    ["Your application was rejected on Feb. 1, 2025.", "rejected", "2025-02-01"],
    ["You withdrew it: application withdrawn", "withdrawn", null],
  ])("reads “%s”", (line, step, on) => {
    const { entries } = readCredentialPage(
      `PhysioNet Credentialing\n\n${line}\nView my applications`,
    );
    expect(entries).toEqual([
      expect.objectContaining({ type: "physionet_credential", step, on, words: line }),
    ]);
  });

  it("does not tell whether a credential was ever there where it says that there is none", () => {
    const read = readCredentialPage("Your account is not credentialed. You may apply for access.");
    expect(read.entries).toEqual([]);
    expect(read.refused[0]?.reason).toMatch(/leaves open whether it ever was/);
  });

  it("says what to copy where nothing of it is there", () => {
    expect(readCredentialPage("Profile\nName: Jane Doe").refused[0]?.reason).toMatch(
      /Copy the whole/,
    );
  });
});

describe("PhysioNet's page on training", () => {
  const PAGE = [
    "Training",
    "To gain access to certain datasets on PhysioNet, you are required to demonstrate training.",
    "Active",
    "CITI Data or Specimens Only Research",
    "View",
    "Expired",
    "Good Clinical Practice (ICH GCP)",
    "View",
    "Rejected",
    "N/A",
    "Submit evidence of a completed course",
    "The following training is under review:",
    "CITI Data or Specimens Only Research",
    "View",
    "Please use the form below to submit a new completion report.",
    "For CITI training, please refer to our step-by-step instructions.",
  ];

  it("tells each training below the heading of its state", () => {
    const { entries, refused } = readTrainingPage(PAGE.join("\n"));
    expect(refused).toEqual([]);
    expect(
      entries.map(
        (entry) => entry.kind === "qualification" && [entry.type, entry.step, entry.expired],
      ),
    ).toEqual([
      ["citi_data_only", "accepted", false],
      ["gcp", "accepted", true],
      ["citi_data_only", "in_review", false],
    ]);
  });

  it.each([
    "CITI Data or Specimens Only Research Completed: Jan. 2, 2024 Approved: Jan. 5, 2024 Expires: Jan. 4, 2027",
    "CITI Data or Specimens Only Research\nCompleted: Jan. 2, 2024\nApproved: Jan. 5, 2024\nExpires: Jan. 4, 2027",
    "CITI Data or Specimens Only Research\tcompleted Jan. 2, 2024, accepted 2024-01-05",
  ])("reads the days of a training where the page shows them", (rows) => {
    const { entries } = readTrainingPage(`Active:\n${rows}`);
    expect(entries).toEqual([
      expect.objectContaining({
        startsOn: "2024-01-05",
        completedOn: "2024-01-02",
        reportEndsOn: null,
      }),
    ]);
  });

  it("refuses a training that is not followed here", () => {
    const { refused } = readTrainingPage("Active\nData Privacy for Robots\nView");
    expect(refused[0]).toMatchObject({ at: "line 2", text: "Data Privacy for Robots" });
  });

  it("says what to copy where nothing of it is there", () => {
    expect(readTrainingPage("Profile").refused[0]?.reason).toMatch(/Copy the whole/);
  });
});

it("never throws on any text, and always answers something", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom("Active", "Expired", "View", DUA, "MIMIC-IV (v3.1)", "Oct. 11, 2024", "CITI"),
  );
  fc.assert(
    fc.property(
      fc.array(line).map((lines) => lines.join("\n")),
      (text) => {
        for (const read of [readAgreementsPage, readCredentialPage, readTrainingPage]) {
          const { entries, refused, notes } = read(text);
          expect(entries.length + refused.length + notes.length).toBeGreaterThan(0);
        }
      },
    ),
  );
});
