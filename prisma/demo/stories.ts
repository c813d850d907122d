import { MESA } from "./mesa";
import type { DemoStory } from "./story";

const DBGAP: readonly DemoStory[] = [
  {
    title: "Framingham: early markers of heart failure",
    archive: "dbgap",
    units: ["phs000007.c1", "phs000007.c2"],
    form: "heart",
    startedDaysAgo: 411,
    by: "bo",
    moves: [
      { move: "submit", daysAgo: 404, by: "bo" },
      { move: "file", daysAgo: 402, by: "ana", answers: { projectNumber: "31874" } },
      { move: "so_approved", daysAgo: 390, by: "bo" },
      {
        move: "reject",
        daysAgo: 361,
        by: "bo",
        about: ["phs000007.c2"],
        answers: {
          reason: "This group is for not-for-profit use; the letter on the funder is missing.",
        },
      },
      {
        move: "approve",
        daysAgo: 359,
        by: "ana",
        about: ["phs000007.c1"],
        answers: { darNumber: "118322-1" },
        decision: { decidedDaysAgo: 359, endsInDays: 6, letter: "dbGaP approval 118322.pdf" },
      },
    ],
  },
  {
    title: "GTEx: regulation of ageing genes",
    archive: "dbgap",
    units: ["phs000424.c1"],
    form: "expression",
    startedDaysAgo: 74,
    by: "chidi",
    moves: [
      { move: "submit", daysAgo: 66, by: "chidi" },
      { move: "file", daysAgo: 63, by: "ana", answers: { projectNumber: "40215" } },
      { move: "so_approved", daysAgo: 47, by: "bo" },
    ],
  },
  {
    title: "Jackson Heart: replication cohort",
    archive: "dbgap",
    units: ["phs000286.c3"],
    form: "heart",
    startedDaysAgo: 31,
    by: "bo",
    moves: [
      { move: "submit", daysAgo: 12, by: "bo" },
      { move: "file", daysAgo: 9, by: "ana", answers: { projectNumber: "41090" } },
    ],
  },
  {
    title: "Lothian Birth Cohorts: methylation age",
    archive: "dbgap",
    units: ["phs000821"],
    form: "methylation",
    startedDaysAgo: 90,
    by: "dana",
    moves: [
      { move: "submit", daysAgo: 71, by: "dana" },
      { move: "file", daysAgo: 70, by: "ana", answers: { projectNumber: "39944" } },
      { move: "so_approved", daysAgo: 61, by: "bo" },
      {
        move: "request_changes",
        daysAgo: 4,
        by: "bo",
        about: ["phs000821"],
        answers: {
          reason: "State how the four clocks are validated and who holds the ethics approval.",
        },
        sections: [
          {
            section: "project",
            comment: "Say for each of the four clocks on which data it was validated.",
          },
          { section: "ethics", comment: "Name the board that holds the approval, and its end." },
        ],
      },
    ],
  },
  {
    title: "TCGA: clonal evolution",
    archive: "dbgap",
    units: ["phs000178"],
    form: "begun",
    uses: [
      { entry: "researchUse", answer: "Tumour evolution" },
      { entry: "storage", answer: "Research cluster" },
    ],
    startedDaysAgo: 3,
    by: "chidi",
    moves: [],
  },
];

const EGA: readonly DemoStory[] = [
  {
    title: "METABRIC: subtypes and response",
    archive: "ega",
    units: ["EGAS00000000083"],
    form: "metabric",
    startedDaysAgo: 690,
    by: "bo",
    moves: [
      { move: "request_forms", daysAgo: 684, by: "bo" },
      { move: "submit", daysAgo: 671, by: "bo" },
      { move: "file", daysAgo: 655, by: "ana" },
      { move: "review_started", daysAgo: 652, by: "bo" },
      {
        move: "grant",
        daysAgo: 615,
        by: "ana",
        about: ["EGAS00000000083"],
        decision: { decidedDaysAgo: 615, endsInDays: 80, letter: "METABRIC agreement, signed.pdf" },
      },
    ],
  },
  {
    title: "TRACERx 100: branching and response",
    archive: "ega",
    units: ["EGAS00001002247"],
    form: "tracerx",
    startedDaysAgo: 96,
    by: "chidi",
    moves: [
      { move: "request_forms", daysAgo: 93, by: "chidi" },
      { move: "submit", daysAgo: 80, by: "chidi" },
      { move: "file", daysAgo: 58, by: "ana" },
      { move: "review_started", daysAgo: 51, by: "chidi" },
    ],
  },
  {
    title: "Leeds Melanoma: expression",
    archive: "ega",
    units: ["EGAD00010001561", "EGAD00010001562"],
    form: "leeds",
    startedDaysAgo: 930,
    by: "bo",
    moves: [
      { move: "submit", daysAgo: 915, by: "bo" },
      { move: "file", daysAgo: 900, by: "ana" },
      {
        move: "grant",
        daysAgo: 850,
        by: "ana",
        decision: { decidedDaysAgo: 850, endsInDays: -120, letter: "Leeds agreement.pdf" },
      },
    ],
  },
];

const PHYSIONET: readonly DemoStory[] = [
  {
    title: "MIMIC-IV: sepsis trajectories",
    archive: "physionet",
    units: ["mimiciv/3.1"],
    persons: ["chidi", "dana"],
    form: "credentialed",
    startedDaysAgo: 160,
    by: "chidi",
    moves: [
      { move: "submit", daysAgo: 152, by: "chidi" },
      { move: "file", daysAgo: 152, by: "chidi", about: ["chidi"] },
      { move: "prerequisites_met", daysAgo: 121, by: "chidi", about: ["chidi"] },
      {
        move: "sign",
        daysAgo: 120,
        by: "chidi",
        about: ["chidi"],
        decision: { decidedDaysAgo: 120, endsInDays: 25 },
      },
      { move: "file", daysAgo: 22, by: "dana", about: ["dana"] },
    ],
  },
  {
    title: "MIMIC-IV 2.2: the cohort of the last paper",
    archive: "physionet",
    units: ["mimiciv/2.2"],
    persons: ["ana", "bo"],
    form: "signed_long_ago",
    startedDaysAgo: 690,
    by: "bo",
    moves: [
      { move: "submit", daysAgo: 688, by: "bo" },
      { move: "already_met", daysAgo: 687, by: "bo" },
      {
        move: "sign",
        daysAgo: 686,
        by: "bo",
        decision: {
          decidedDaysAgo: 686,
          endsInDays: null,
          letter: "Agreements page, MIMIC-IV 2.2.pdf",
        },
      },
    ],
  },
  {
    title: "HiRID: circulatory failure",
    archive: "physionet",
    units: ["hirid/1.1.1"],
    persons: ["chidi"],
    form: "contributor",
    startedDaysAgo: 70,
    by: "chidi",
    moves: [
      { move: "submit", daysAgo: 66, by: "chidi" },
      { move: "file", daysAgo: 66, by: "chidi", about: ["chidi"] },
      {
        move: "accept",
        daysAgo: 35,
        by: "bo",
        about: ["chidi"],
        answers: { durationDays: "30" },
        decision: { decidedDaysAgo: 35, endsInDays: -5, letter: "HiRID acceptance.pdf" },
      },
    ],
  },
  {
    title: "eICU: external validation",
    archive: "physionet",
    units: ["eicu-crd/2.0"],
    persons: ["dana"],
    form: "unfinished",
    startedDaysAgo: 1,
    by: "dana",
    moves: [],
  },
];

/** Everything that happened in the demo team. */
export const STORIES: readonly DemoStory[] = [MESA, ...EGA, ...DBGAP, ...PHYSIONET];
