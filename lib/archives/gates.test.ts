import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import type { Gate, GatedUnit } from "./gate";
import { ARCHIVES, archiveByCode } from "./index";
import type { RuleValues } from "./qualification";

const unit = (change: Partial<GatedUnit> = {}): GatedUnit => ({
  ...{ code: "unit", accessClass: "controlled", policy: null, consentCode: null },
  ...{ trainings: [], deprecatedOn: null, embargoUntil: null },
  ...change,
});

function gatesOf(code: string, change: Partial<GatedUnit>, rules: RuleValues = {}) {
  return archiveByCode(code)?.gates(unit(change), rules) ?? [];
}

function ids(gates: readonly Gate[]): string[] {
  return gates.map(({ id }) => id);
}

const VARIANTS = [
  ...["open", "restricted", "credentialed", "contributor_review"].map((policy) => ({ policy })),
  ...["open", "click_through_dua", "credentialed", "controlled"].map((c) => ({ accessClass: c })),
  { consentCode: "HMB-IRB-NPU-MDS" },
];
const ALL = ARCHIVES.flatMap(({ code }) => VARIANTS.map((change) => gatesOf(code, change)));

describe("all gates", () => {
  test.each(ALL)("of one unit have ids of their own, labels and public sources", (...gates) => {
    expect(new Set(ids(gates)).size).toBe(gates.length);
    for (const { label, source } of gates) {
      expect(label).toMatch(/\w/);
      expect(source).toMatch(/https:\/\/|GitHub|NIH|NOT-OD|template/);
    }
  });

  test("a gated unit has one approval", () => {
    for (const gates of ALL.filter((each) => each.length > 0)) {
      expect(gates.filter(({ kind }) => kind === "approval")).toHaveLength(1);
    }
  });

  test("what is asked for is something that its archive knows, or that is known to all", () => {
    for (const { code, identities } of ARCHIVES) {
      for (const gate of VARIANTS.flatMap((change) => gatesOf(code, change))) {
        if (gate.kind !== "identity") continue;
        expect(identities.map(({ id }) => id)).toContain(gate.scheme);
      }
    }
  });

  test("open data have none", () => {
    for (const { code } of ARCHIVES) expect(gatesOf(code, { accessClass: "open" })).toEqual([]);
    expect(gatesOf("physionet", { policy: "open" })).toEqual([]);
  });
});

describe("PhysioNet", () => {
  const VETTED = ["files", "account", "credentialing", "training.citi_data_only"];

  test.each([
    ["restricted", ["files", "account", "signature"]],
    ["credentialed", [...VETTED, "signature"]],
    ["contributor_review", [...VETTED, "request"]],
  ])("%s asks for %s", (policy, expected) => {
    expect(ids(gatesOf("physionet", { policy }))).toEqual(expected);
  });

  test("a project may ask for further trainings, each once", () => {
    const gates = gatesOf("physionet", {
      policy: "credentialed",
      trainings: ["gcp", "citi_data_only", "gcp"],
    });
    expect(ids(gates).filter((id) => id.startsWith("training"))).toEqual([
      "training.citi_data_only",
      "training.gcp",
    ]);
  });

  test("even open files may be gone", () => {
    const gone = { policy: "open", deprecatedOn: day("2026-01-01") };
    expect(ids(gatesOf("physionet", gone))).toEqual(["files"]);
  });
});

describe("dbGaP", () => {
  const ASKED = [
    "approval",
    "named",
    "member",
    "account",
    "own_approval",
    "attestation",
    "country",
  ];

  test.each<[string | null, string[]]>([
    ["GRU", ASKED],
    ["HMB-MDS", ASKED],
    ["GRU-IRB", [...ASKED, "ethics"]],
    ["hmb-irb-npu-mds", [...ASKED, "ethics"]],
    [null, ASKED],
  ])("%s asks for %s", (consentCode, expected) => {
    expect(ids(gatesOf("dbgap", { consentCode }))).toEqual(expected);
  });

  test.each<[RuleValues, boolean]>([
    [{ identityProofFrom: "2026-06-01" }, true],
    [{ identityProofFrom: null }, false],
    [{ identityProofFrom: "soon" }, false],
    [{}, false],
  ])("under %o proof of identity is asked for: %s", (rules, isAsked) => {
    expect(ids(gatesOf("dbgap", {}, rules)).includes("identity_proof")).toBe(isAsked);
  });

  test("the attestation binds agreements from 25 January 2025, the countries all from 4 April", () => {
    const gates = gatesOf("dbgap", {});
    expect(gates.find(({ id }) => id === "attestation")).toMatchObject({
      agreedFrom: "2025-01-25",
    });
    expect(gates.find(({ id }) => id === "country")).toMatchObject({ from: "2025-04-04" });
  });

  test("what changed its terms is told in order, each with its notice", () => {
    const policies = archiveByCode("dbgap")?.policies ?? [];
    expect(policies.map(({ from }) => from)).toEqual(policies.map(({ from }) => from).toSorted());
    expect(new Set(policies.map(({ id }) => id)).size).toBe(policies.length);
    for (const { source } of policies) expect(source).toMatch(/^https:\/\//);
  });
});

test("EGA asks for the permission, the agreement, the name, the team and an account", () => {
  expect(ids(gatesOf("ega", {}))).toEqual([
    "permission",
    "agreement",
    "named",
    "member",
    "account",
  ]);
});
