import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPermissions } from "./permissions";

const EGAD = "EGAD00001002886";
const GRANTED = { decidedOn: "2025-03-14", startsOn: "2025-03-14" };

describe("a list of EGA permissions", () => {
  it.each([
    ["commas", `email,dataset,granted,expires\njane@lab.example,${EGAD},2025-03-14,2027-03-14`],
    [
      "semicolons",
      `E-mail;Dataset;Granted;Expires\njane@lab.example;${EGAD};2025-03-14;2027-03-14`,
    ],
    [
      "tabs",
      `user email\tdataset accession\tcreated at\texpires at\nJane@Lab.example\t${EGAD}\t14 Mar 2025\tMar 14, 2027`,
    ],
    [
      "quotes",
      `"email","dataset","granted","expires"\n"jane@lab.example","${EGAD}","2025-03-14","2027-03-14"`,
    ],
    ["no names of columns", `jane@lab.example ${EGAD.toLowerCase()} 2025-03-14 2027-03-14`],
  ])("is read from a table with %s", (_how, text) => {
    const { entries, refused } = readPermissions(text);
    expect(refused).toEqual([]);
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ unitCode: EGAD, step: "granted", on: "2025-03-14" },
        person: expect.objectContaining({ email: "jane@lab.example" }),
        approval: { ...GRANTED, endsOn: "2027-03-14", openEnded: false },
      }),
    ]);
  });

  it.each([
    [
      "a list",
      [
        {
          username: "jane",
          dataset_accession_id: EGAD,
          created_at: "2025-03-14T10:00:00Z",
          expires_at: null,
        },
      ],
    ],
    [
      "a wrapper",
      {
        result: [
          { username: "jane", dataset_id: EGAD, granted_at: "2025-03-14", expires_at: null },
        ],
      },
    ],
    [
      "one alone",
      {
        permission_id: 3,
        username: "jane",
        dataset: EGAD,
        created_at: "2025-03-14",
        expires_at: null,
      },
    ],
  ])("is read from JSON: %s", (_how, value) => {
    expect(readPermissions(JSON.stringify(value)).entries).toEqual([
      expect.objectContaining({
        person: { name: null, email: null, account: "jane" },
        approval: { ...GRANTED, endsOn: null, openEnded: true },
      }),
    ]);
  });

  it("does not call open-ended what has no column for an end", () => {
    const [entry] = readPermissions(`email,dataset\njane@lab.example,${EGAD}`).entries;
    expect(entry).toMatchObject({ approval: { endsOn: null, openEnded: false } });
  });

  it.each([
    [`jane@lab.example,EGAS00001002886,2025-03-14,`, /names no data set/],
    [`jane@lab.example,${EGAD} EGAD00001000001,2025-03-14,`, /several data sets/],
    [`jane@lab.example,${EGAD},03/04/2025,`, /no day that can be read without doubt/],
    [`jane@lab.example,${EGAD},2025-02-30,`, /no day that can be read without doubt/],
    [`jane@lab.example,${EGAD},2025-03-14,2024-03-14`, /ends before it was granted/],
  ])("refuses %s with its reason", (line, reason) => {
    const { entries, refused } = readPermissions(`email,dataset,granted,expires\n${line}`);
    expect(entries).toEqual([]);
    expect(refused).toEqual([
      expect.objectContaining({ at: "line 2", reason: expect.stringMatching(reason) }),
    ]);
  });

  it.each([
    ['[{"dataset": "EGAD0000', /cut off or damaged/],
    ['{"openapi": "3.0"}', /no list of EGA permissions/],
    ["", /nothing in the box/],
  ])("says in a sentence what is wrong with the whole", (text, reason) => {
    expect(readPermissions(text).refused[0]?.reason).toMatch(reason);
  });

  it.each([
    ["a column of states", `dataset,status\n${EGAD},revoked`, null],
    [
      "a day of taking back",
      `dataset,granted,revoked at\n${EGAD},2025-03-14,2026-02-01`,
      "2026-02-01",
    ],
    ["JSON", JSON.stringify([{ dataset: EGAD, revoked: true }]), null],
    ["a line without names", `jane@lab.example ${EGAD} 2025-03-14 revoked`, null],
  ])("never calls granted what was taken back: %s", (_how, text, on) => {
    expect(readPermissions(text).entries).toEqual([
      expect.objectContaining({ step: "revoked", on, approval: null }),
    ]);
  });

  it("refuses what was taken back from one account while others keep it, and what nobody gave", () => {
    const lines = [`jane@lab.example,${EGAD},active`, `bo@lab.example,${EGAD},revoked`];
    const text = ["email,dataset,status", ...lines, `cy@lab.example,${EGAD},pending`].join("\n");
    const { entries, refused } = readPermissions(text);
    expect(entries).toEqual([expect.objectContaining({ step: "granted" })]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/no state of a permission/),
      expect.stringMatching(/others for whom it stands/),
    ]);
  });

  it("tells what has run out from what stands", () => {
    const [over] = readPermissions(`dataset,expires,status\n${EGAD},2026-02-01,expired`).entries;
    expect(over).toMatchObject({
      step: "granted",
      expired: true,
      approval: { endsOn: "2026-02-01" },
    });
  });

  it("refuses what is nested too deeply to be shown", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(readPermissions(`[${deep}]`)).toMatchObject({
      entries: [],
      refused: [{ at: "permission 1" }],
    });
  });

  it("accounts for every line that is not blank, and never throws", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(EGAD, "2025-03-14", "jane@lab.example", '"'),
    );
    const line = fc
      .array(cell, { minLength: 1 })
      .map((cells) => cells.join(",").replace(/[\r\n]/g, " "));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const text = `dataset,email,granted\n${lines.join("\n")}`;
        const { entries, refused } = readPermissions(text);
        expect(entries.length + refused.length).toBe(
          lines.filter((one) => one.trim() !== "").length,
        );
      }),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readPermissions(text)));
  });
});
