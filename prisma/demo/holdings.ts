import type { PersonKey } from "./people";

/** An account of a demo person; days count back from today. */
export interface DemoAccount {
  person: PersonKey;
  scheme: string;
  value: string;
  recordedDaysAgo: number;
  /** Null: nobody has verified it. */
  verifiedDaysAgo: number | null;
}

/** One step of a qualification; `days` are asks by id, in days before today (negative: ahead). */
interface DemoStep {
  move: string;
  daysAgo: number;
  by: PersonKey;
  days?: Readonly<Record<string, number>>;
  answers?: Readonly<Record<string, string>>;
  /** The paper that proves it. */
  proof?: string;
}

/** What somebody holds or seeks, or the institution (`null`), told as what happened to it. */
export interface DemoHolding {
  type: string;
  person: PersonKey | null;
  steps: readonly [DemoStep, ...DemoStep[]];
}

const account = (
  person: PersonKey,
  scheme: string,
  value: string,
  verifiedDaysAgo: number | null,
): DemoAccount => ({
  person,
  scheme,
  value,
  recordedDaysAgo: verifiedDaysAgo ?? 20,
  verifiedDaysAgo,
});

export const ACCOUNTS: readonly DemoAccount[] = [
  account("ana", "era_commons", "ARUIZ01", 1100),
  account("ana", "ega", "ana.ruiz@icm.example", 930),
  account("ana", "physionet", "ana-ruiz", 1000),
  account("ana", "orcid", "0000-0002-1825-0097", 1000),
  account("bo", "era_commons", "BOLINDQVIST", 400),
  account("bo", "ega", "bo.lindqvist@icm.example", 900),
  account("bo", "physionet", "bo-lindqvist", 720),
  account("chidi", "physionet", "chidi-okafor", 155),
  account("chidi", "orcid", "0000-0001-5109-3700", 155),
  account("chidi", "ega", "chidi.okafor@icm.example", 600),
  account("dana", "physionet", "dana-levi", 25),
  account("dana", "ega", "dana.levi@icm.example", null),
];

const credentialed = (person: PersonKey, daysAgo: number): DemoHolding => ({
  type: "physionet_credential",
  person,
  steps: [
    { move: "apply", daysAgo: daysAgo + 21, by: person },
    { move: "reference_contacted", daysAgo: daysAgo + 10, by: person },
    { move: "reference_confirmed", daysAgo: daysAgo + 4, by: person },
    { move: "accept", daysAgo, by: person, proof: `PhysioNet credential of ${person}.pdf` },
  ],
});

const trained = (person: PersonKey, daysAgo: number, endsInDays: number): DemoHolding => ({
  type: "citi_data_only",
  person,
  steps: [
    {
      move: "upload",
      daysAgo: daysAgo + 9,
      by: person,
      days: { completedOn: daysAgo + 11, reportEndsOn: -endsInDays },
      proof: `CITI completion report of ${person}.pdf`,
    },
    { move: "accept", daysAgo, by: person },
  ],
});

const PERSONAL: readonly DemoHolding[] = [
  credentialed("ana", 980),
  trained("ana", 960, 130),
  credentialed("bo", 700),
  // The report has ended, and the new one is with PhysioNet.
  trained("bo", 690, -12),
  {
    type: "citi_data_only",
    person: "bo",
    steps: [
      {
        move: "upload",
        daysAgo: 9,
        by: "bo",
        days: { completedOn: 10, reportEndsOn: -1085 },
        proof: "CITI completion report of bo, new.pdf",
      },
    ],
  },
  credentialed("chidi", 131),
  trained("chidi", 121, 25),
  {
    type: "gcp",
    person: "chidi",
    steps: [
      {
        move: "already_accepted",
        daysAgo: 66,
        by: "chidi",
        days: { completedOn: 80, reportEndsOn: -650 },
      },
    ],
  },
  {
    type: "physionet_credential",
    person: "dana",
    steps: [
      { move: "apply", daysAgo: 22, by: "dana" },
      { move: "reference_contacted", daysAgo: 17, by: "dana" },
    ],
  },
];

const INSTITUTIONAL: readonly DemoHolding[] = [
  {
    type: "sp800_171",
    person: null,
    steps: [
      {
        move: "attest",
        daysAgo: 395,
        by: "bo",
        days: { endsOn: -65 },
        proof: "Attestation NIST SP 800-171.pdf",
      },
    ],
  },
  {
    type: "ethics_approval",
    person: null,
    steps: [
      {
        move: "already_approved",
        daysAgo: 410,
        by: "bo",
        days: { endsOn: -45 },
        answers: { reference: "CEIC 2025/118" },
        proof: "Ethics approval CEIC 2025-118.pdf",
      },
    ],
  },
];

/** Everything that the demo's people and their institution hold or seek. */
export const HOLDINGS: readonly DemoHolding[] = [...PERSONAL, ...INSTITUTIONAL];
