import ts from "typescript";
import { describe, expect, it, test } from "vitest";
import { INCIDENT_KINDS } from "../archives/incident";
import { ARCHIVES } from "../archives/index";
import { PERSON_FUNCTIONS } from "../archives/lifecycle";
import { day } from "../dates/day";
import { QUALIFICATION_TYPES } from "../people/qualification-types";
import { collect, parse, sourceFiles } from "../test-sources";
import { DUTY_KINDS, dutyKind } from "./kinds";

const KNOWN = new Set(DUTY_KINDS.map(({ id }) => id));
const ON = day("2027-03-01");

/** What the rules of the archives can give rise to, as they are asked. */
function kindsOfArchives(): string[] {
  const flags = [true, false];
  return ARCHIVES.flatMap((archive) => {
    const leaving = PERSON_FUNCTIONS.flatMap((one) =>
      flags.flatMap((filed) =>
        flags.flatMap((approved) =>
          archive.departure.duties({ functions: [one], filed, approved, lastDay: ON }),
        ),
      ),
    );
    const joining = PERSON_FUNCTIONS.flatMap((one) =>
      archive.departure.joins({ functions: [one], firstDay: ON }),
    );
    const incidents = INCIDENT_KINDS.flatMap(({ id }) =>
      archive.incident.duties({ kind: id, committees: [] }),
    );
    const notices = Object.values(archive.amendments).some(
      ({ way, withinDays }) => way === "notify" && withinDays !== undefined,
    );
    const perLifecycle = archive.lifecycles.flatMap(({ id }) => {
      const renewal = archive.renewal(id);
      const renewing =
        renewal.how === "not_renewable"
          ? []
          : [renewal.opensKind, renewal.signOff?.kind ?? [], renewal.outputLog?.kind ?? []].flat();
      return [archive.terms(id).endDuty.kind, ...renewing];
    });
    return [
      ...[...leaving, ...joining, ...incidents].map(({ kind }) => kind),
      ...perLifecycle,
      ...(notices ? [`${archive.code}_amendment_notice`] : []),
      ...["closing", "scope_destruction", "request_new_version"].map(
        (what) => `${archive.code}_${what}`,
      ),
    ];
  });
}

function kindsOfHoldings(): string[] {
  return QUALIFICATION_TYPES.flatMap(({ clocks, review, chases }) => [
    ...clocks.flatMap(({ duty }) => duty?.kind ?? []),
    ...(review ? [review.kind] : []),
    ...(chases ?? []).map(({ kind }) => kind),
  ]);
}

/** Kinds written as text where duties are made. */
function kindsInCode(): string[] {
  const makers =
    /(-duties|new-versions|copy-leftovers|import-finish|close-out|rosters|obligations\/[^/]*)\.ts$/;
  const files = sourceFiles("lib/{obligations,services,versions}/*.ts").filter(
    (file) => makers.test(file) && !/\.test\.|\/sample-/.test(file),
  );
  return files.flatMap((file) =>
    collect(parse(file), (node) =>
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "kind" &&
      ts.isStringLiteral(node.initializer) &&
      node.initializer.text.includes("_")
        ? node.initializer.text
        : undefined,
    ).map(({ found }) => found),
  );
}

describe("kinds of duties", () => {
  it("are each described once", () => {
    expect(KNOWN.size).toBe(DUTY_KINDS.length);
  });

  it.each([...new Set([...kindsOfArchives(), ...kindsOfHoldings(), ...kindsInCode()])].sort())(
    "%s is described",
    (kind) => {
      expect(KNOWN).toContain(kind);
    },
  );

  it.each(DUTY_KINDS)("$id reminds before, on the day itself, and says what follows", (kind) => {
    expect(kind.leads.at(-1)).toBe(0);
    expect([...kind.leads]).toEqual([...new Set(kind.leads)].toSorted((a, b) => b - a));
    expect(kind.name).toMatch(/^[A-Z].*[^.]$/);
    expect(kind.ifMissed).toMatch(/^[A-Z].*\.$/);
  });

  it("of an earlier release that nobody describes any more are told by their id", () => {
    expect(dutyKind("moon_landing")).toMatchObject({ name: "moon landing", after: "weekly" });
  });
});

/** What a team with data of these archives owes somebody, and the kinds of duties that see to it. */
const OBLIGATIONS: readonly [what: string, ...kinds: string[]][] = [
  ["renewal of a dbGaP project", "dbgap_renewal"],
  ["signing official's approval of the renewal", "dbgap_renewal_signoff"],
  ["close-out of a dbGaP project", "dbgap_close_out", "dbgap_closing"],
  ["destruction of data, confirmed", "dbgap_destruction", "ega_closing", "copy_after_close_out"],
  ["renewal of an ethics approval", "ethics_approval_end"],
  ["notice of an incident to NIH", "dbgap_incident_notice"],
  ["detailed report of an incident to NIH", "dbgap_incident_report"],
  ["notice of a breach to a committee of EGA", "ega_incident_notice"],
  ["identifying information in PhysioNet data", "physionet_phi_report"],
  ["end of a CITI report", "physionet_training_report_end"],
  ["end of a training by PhysioNet's clock", "physionet_training_end"],
  ["end of an accepted PhysioNet request", "physionet_request_end"],
  ["chasing a reference", "physionet_reference_reminder", "physionet_reference_answer"],
  ["chasing a silent review", "review_silence"],
  ["signature for a new version", "physionet_sign_new_version"],
  ["notice of a change of staff to a committee", "ega_staff_change", "ega_joiner_notice"],
  ["update of the people of a dbGaP project", "dbgap_people_change", "dbgap_joiner_update"],
  ["removal of a leaver from copies", "dbgap_copies", "ega_copies", "physionet_copies"],
  ["end of a data access agreement", "ega_agreement_end", "agreement_end"],
  ["report or attestation to a committee", "agreement_report"],
  ["window for the renewal of an agreement", "agreement_renewal_opens", "agreement_renewal_closes"],
  ["review of the SP 800-171 attestation", "dbgap_security_review"],
  ["identity or account to be proven again", "identity_again", "dbgap_identity_again"],
  ["library card", "library_card_end"],
  ["publication embargo", "embargo_end"],
  ["publication or return of results", "publish_results", "return_results"],
  ["time-limited use", "time_limited_use"],
  ["acknowledgement, citation, copy", "acknowledge_output"],
  ["log of outputs for the progress update", "dbgap_output_log"],
  ["acceptance of a new text", "agreement_accept"],
  ["look at where a person works", "affiliation_check"],
  ["reading the archive's pages again", "status_refresh"],
  // Nobody has a duty here: the daily watch of the catalogue sees to it, without mail.
  ["links and versions of the catalogue"],
];

test("the calendar of obligations has 33 rows", () => {
  expect(OBLIGATIONS).toHaveLength(33);
});

test.each(OBLIGATIONS)("%s is carried by kinds that are described", (_what, ...kinds) => {
  for (const kind of kinds) expect(KNOWN).toContain(kind);
});
