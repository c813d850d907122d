import type { DemoStory } from "./story";

/**
 * A project in its third year: sent back once before its first approval, renewed twice, and the
 * third renewal begun. Chidi came with the first renewal and went with the second, which brought
 * Dana.
 */
export const MESA: DemoStory = {
  title: "MESA: coronary calcium and lung function",
  archive: "dbgap",
  units: ["phs000209.c1"],
  form: "calcium",
  startedDaysAgo: 1038,
  by: "bo",
  edits: [
    { daysAgo: 1020, by: "bo", answers: ({ grace }) => ({ itDirector: grace }) },
    { daysAgo: 672, by: "bo", answers: ({ chidi }) => ({ supervisedPeople: [chidi] }) },
    { daysAgo: 324, by: "bo", answers: ({ chidi, dana }) => ({ supervisedPeople: [chidi, dana] }) },
  ],
  moves: [
    { move: "submit", daysAgo: 1031, by: "bo" },
    { move: "file", daysAgo: 1029, by: "ana", answers: { projectNumber: "27316" } },
    {
      move: "so_returned",
      daysAgo: 1023,
      by: "bo",
      answers: { reason: "The IT director must answer for the whole institute's computers." },
      sections: [
        {
          section: "people",
          comment: "Bo runs the laboratory's own machines; name the IT director, Grace Liu.",
        },
      ],
    },
    { move: "resubmit", daysAgo: 1019, by: "ana" },
    { move: "so_approved", daysAgo: 1017, by: "bo" },
    {
      move: "approve",
      daysAgo: 1008,
      by: "bo",
      answers: { darNumber: "96541-2" },
      decision: { decidedDaysAgo: 1008, endsInDays: -643, letter: "dbGaP approval 96541-2.pdf" },
    },
    { move: "begin_renewal", daysAgo: 718, by: "bo" },
    { move: "file_renewal", daysAgo: 670, by: "ana" },
    { move: "so_approved", daysAgo: 668, by: "bo" },
    {
      move: "approve",
      daysAgo: 651,
      by: "bo",
      answers: { darNumber: "96541-3" },
      decision: { decidedDaysAgo: 651, endsInDays: -286, letter: "dbGaP approval 96541-3.pdf" },
    },
    { move: "begin_renewal", daysAgo: 325, by: "bo" },
    { move: "file_renewal", daysAgo: 320, by: "ana" },
    { move: "so_approved", daysAgo: 318, by: "bo" },
    {
      move: "approve",
      daysAgo: 295,
      by: "bo",
      answers: { darNumber: "96541-4" },
      decision: { decidedDaysAgo: 295, endsInDays: 70, letter: "dbGaP approval 96541-4.pdf" },
    },
    { move: "begin_renewal", daysAgo: 6, by: "bo" },
  ],
};
