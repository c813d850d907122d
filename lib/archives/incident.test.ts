import { describe, expect, test } from "vitest";
import { INCIDENT_KINDS, type IncidentKind, inWords } from "./incident";
import { ARCHIVES, archiveByCode } from "./index";

const of = (code: string, kind: IncidentKind, committees: readonly string[] = []) =>
  archiveByCode(code)?.incident.duties({ kind, committees }) ?? [];

describe("whom an archive wants to hear from", () => {
  test.each(INCIDENT_KINDS.map(({ id }) => id))(
    "at dbGaP of %s: a notice in 24 hours, a report in 3 business days",
    (kind) => {
      expect(of("dbgap", kind).map((duty) => [duty.kind, duty.deadline])).toEqual([
        ["dbgap_incident_notice", { kind: "hours", hours: 24 }],
        ["dbgap_incident_report", { kind: "business_days", days: 3 }],
      ]);
    },
  );

  test.each(INCIDENT_KINDS.map(({ id }) => id))(
    "at EGA of %s: the committee, the same day",
    (kind) => {
      expect(of("ega", kind).map(({ deadline }) => deadline)).toEqual([{ kind: "same_day" }]);
    },
  );

  test.each([
    ["phi_found", ["PHI-report@physionet.org"]],
    ["re_identification", ["PHI-report@physionet.org"]],
    ["lost_device", []],
    ["unauthorised_sharing", []],
    ["early_publication", []],
  ] as const)("at PhysioNet of %s", (kind, addresses) => {
    expect(of("physionet", kind).map(({ where }) => where)).toEqual(addresses);
  });

  test("the committees of the units are named where they are known", () => {
    const [notice] = of("dbgap", "lost_device", ["NHLBI", "NCI"]);
    expect(notice?.what).toContain("the data access committees of NHLBI and NCI");
    expect(of("ega", "other")[0]?.whom).toBe("the data access committee");
    expect([["A"], ["A", "B"], ["A", "B", "C"]].map((names) => inWords(names, "-"))).toEqual([
      "A",
      "A and B",
      "A, B and C",
    ]);
  });

  test("the notice to NIH is worth asking about while there is time", () => {
    const [notice] = of("dbgap", "security_incident");
    expect(notice?.remindAfterHours).toEqual([4, 12, 20]);
    expect(notice?.remindAfterHours.every((hours) => hours < 24)).toBe(true);
  });

  test("what no source confirms is marked, and every duty names its source", () => {
    const all = ARCHIVES.flatMap(({ code }) =>
      INCIDENT_KINDS.flatMap(({ id }) => of(code, id).map((duty) => ({ code, ...duty }))),
    );
    for (const duty of all) {
      expect(duty.source.length).toBeGreaterThan(5);
      expect(duty.kind.startsWith(duty.code)).toBe(true);
    }
    const report = all.find(({ kind }) => kind === "dbgap_incident_report");
    expect(report?.unconfirmed).toContain("SEER");
    for (const { incident } of ARCHIVES) expect(incident.otherwise).toMatch(/\.$/);
  });
});
