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
  startedDaysAgo: 1065,
  by: "bo",
  edits: [
    { daysAgo: 1047, by: "bo", answers: ({ grace }) => ({ itDirector: grace }) },
    { daysAgo: 699, by: "bo", answers: ({ chidi }) => ({ supervisedPeople: [chidi] }) },
    { daysAgo: 351, by: "bo", answers: ({ chidi, dana }) => ({ supervisedPeople: [chidi, dana] }) },
  ],
  moves: [
    { move: "submit", daysAgo: 1058, by: "bo" },
    { move: "file", daysAgo: 1056, by: "ana", answers: { projectNumber: "27316" } },
    {
      move: "so_returned",
      daysAgo: 1050,
      by: "bo",
      answers: { reason: "The IT director must answer for the whole institute's computers." },
      sections: [
        {
          section: "people",
          comment: "Bo runs the laboratory's own machines; name the IT director, Grace Liu.",
        },
      ],
    },
    { move: "resubmit", daysAgo: 1046, by: "ana" },
    { move: "so_approved", daysAgo: 1044, by: "bo" },
    {
      move: "approve",
      daysAgo: 1035,
      by: "bo",
      answers: { darNumber: "96541-2" },
      decision: { decidedDaysAgo: 1035, endsInDays: -670, letter: "dbGaP approval 96541-2.pdf" },
    },
    { move: "begin_renewal", daysAgo: 745, by: "bo" },
    { move: "file_renewal", daysAgo: 697, by: "ana" },
    { move: "so_approved", daysAgo: 695, by: "bo" },
    {
      move: "approve",
      daysAgo: 678,
      by: "bo",
      answers: { darNumber: "96541-3" },
      decision: { decidedDaysAgo: 678, endsInDays: -313, letter: "dbGaP approval 96541-3.pdf" },
    },
    { move: "begin_renewal", daysAgo: 352, by: "bo" },
    { move: "file_renewal", daysAgo: 347, by: "ana" },
    { move: "so_approved", daysAgo: 345, by: "bo" },
    {
      move: "approve",
      daysAgo: 322,
      by: "bo",
      answers: { darNumber: "96541-4" },
      decision: { decidedDaysAgo: 322, endsInDays: 43, letter: "dbGaP approval 96541-4.pdf" },
    },
    { move: "begin_renewal", daysAgo: 6, by: "bo" },
  ],
};
