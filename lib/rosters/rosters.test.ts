import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compareRoster, type RosterPerson } from "./compare";
import { readRoster } from "./read-roster";
import { rosterTask } from "./task";

const person = (name: string, isOpen: boolean, keys: string[] = []): RosterPerson => ({
  ...{ id: name, name, isHere: true, keys: [name.toLowerCase(), ...keys] },
  access: [{ unit: "phs000424.c1", status: isOpen ? "ready" : "lapsed", isOpen }],
});
const ANA = person("Ana Ruiz", true, ["ana@example.org", "ana.ruiz@cloud.example"]);
const BO = person("Bo Lind", false, ["bo@example.org"]);
const CY = person("Cy Park", true, ["cy@example.org"]);

describe("a list of members", () => {
  it("is read from lines, tables, Unix groups and cloud policies", () => {
    const lists = [
      "Email,Role\nana@example.org,reader\nBo@example.org,owner\n\n",
      "ana@example.org\r\nBo@example.org\r\n",
      "Ana <ana@example.org>; reader\nBo Lind <Bo@example.org>; owner",
      JSON.stringify({
        bindings: [
          {
            role: "roles/storage.objectViewer",
            members: ["user:ana@example.org", "user:Bo@example.org"],
          },
        ],
      }),
    ];
    for (const list of lists) {
      const read = readRoster(list);
      expect(
        read.map(({ kind }) => kind),
        list,
      ).toEqual(["person", "person"]);
      expect(read[0]?.keys).toContain("ana@example.org");
      expect(read[1]?.keys).toContain("bo@example.org");
    }
    expect(readRoster("mimic:x:1001:aruiz,blind").map(({ value }) => value)).toEqual([
      "aruiz",
      "blind",
    ]);
  });

  it("tells groups and service accounts from people", () => {
    const read = readRoster(
      "group:lab@example.org\nserviceAccount:etl@p.iam.gserviceaccount.com\nallUsers\narn:aws:iam::123456789012:user/lab/aruiz\narn:aws:iam::123456789012:role/etl",
    );
    expect(read.map(({ kind }) => kind)).toEqual([
      "group",
      "service",
      "group",
      "person",
      "service",
    ]);
    expect(read[3]?.keys).toContain("aruiz");
  });

  it("takes every member of a policy, and nothing else of it", () => {
    const policy = {
      ...{ version: 1, etag: "BwX:abc" },
      bindings: [{ role: "roles/storage.objectViewer", members: ["allUsers", "user:a@x.org"] }],
      Statement: [
        {
          ...{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::lab/*" },
          Principal: { AWS: ["*", "arn:aws:iam::123456789012:user/aruiz"] },
        },
      ],
    };
    expect(readRoster(JSON.stringify(policy)).map(({ value, kind }) => [value, kind])).toEqual([
      ["allUsers", "group"],
      ["user:a@x.org", "person"],
      ["*", "group"],
      ["arn:aws:iam::123456789012:user/aruiz", "person"],
    ]);
    expect(readRoster('["aruiz", "blind"]').map(({ value }) => value)).toEqual(["aruiz", "blind"]);
  });

  it("names each member once, and never fails on any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const values = readRoster(text).map(({ value }) => value.toLowerCase());
        expect(new Set(values).size).toBe(values.length);
      }),
    );
  });
});

describe("paper against reality", () => {
  const compare = (list: string) => compareRoster(readRoster(list), [ANA, BO, CY]);

  it("gives four groups, each with its reason", () => {
    expect(
      compare(
        "ana.ruiz@cloud.example\nbo@example.org\nmallory@example.org\ngroup:lab@example.org",
      ).map(({ personId, verdict, reason }) => [personId, verdict, reason.code]),
    ).toEqual([
      ["Ana Ruiz", "expected", "open"],
      ["Bo Lind", "extra", "shut"],
      [null, "unknown", "nobody"],
      [null, "unknown", "group"],
      ["Cy Park", "missing", "absent"],
    ]);
    expect(compare("bo@example.org")[0]?.reason.shut).toEqual([
      { unit: "phs000424.c1", status: "lapsed" },
    ]);
  });

  it("does not guess between two people of one name", () => {
    const twins = [
      person("Kim Lee", true, ["a@example.org"]),
      { ...person("Kim Lee", true), id: "other" },
    ];
    expect(compareRoster(readRoster("Kim Lee"), twins)[0]).toMatchObject({
      ...{ personId: null, verdict: "unknown" },
      reason: { code: "several", names: ["Kim Lee", "Kim Lee"] },
    });
  });

  it("tells two people of one name apart by an address", () => {
    const twins = [
      person("Kim Lee", true, ["a@example.org"]),
      { ...person("Kim Lee", true, ["b@example.org"]), id: "other" },
    ];
    expect(compareRoster(readRoster("Kim Lee, b@example.org"), twins)[0]).toMatchObject({
      ...{ personId: "other", verdict: "expected" },
    });
  });

  it("says of somebody who left that they did, and asks nobody who left to be added", () => {
    const gone = [
      { ...CY, isHere: false },
      { ...BO, isHere: false },
    ];
    expect(compareRoster(readRoster("bo@example.org"), gone)).toMatchObject([
      { personId: "Bo Lind", verdict: "extra", reason: { code: "left" } },
    ]);
  });

  test("answers each line once, in order, and each person at most once as missing", () => {
    const keys = [
      "ana@example.org",
      "bo@example.org",
      "cy@example.org",
      "x@example.org",
      "group:g@example.org",
    ];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...keys)), (list) => {
        const compared = compare(list.join("\n"));
        expect(compared.slice(0, list.length).map(({ value }) => value)).toEqual(list);
        const rest = compared.slice(list.length);
        expect(rest.every(({ verdict, value }) => verdict === "missing" && value === "")).toBe(
          true,
        );
        const open = new Set(["Ana Ruiz", "Cy Park"]);
        const met = compared.flatMap(({ personId }) =>
          personId && open.has(personId) ? [personId] : [],
        );
        expect([...met].sort()).toEqual([...open].sort());
      }),
    );
  });
});

test("a task says who is to be taken off, added or found out", () => {
  const place = "gs://lab-mimic";
  expect(rosterTask({ value: "bo@x", verdict: "extra", person: BO }, place)).toContain(
    "Take Bo Lind off gs://lab-mimic",
  );
  expect(rosterTask({ value: "", verdict: "missing", person: CY }, place)).toContain("Add Cy Park");
  expect(rosterTask({ value: "m@x", verdict: "unknown", person: null }, place)).toContain(
    "who “m@x” is",
  );
});
