import type { AnswerTopic } from "@/lib/archives/form";
import { AIMS, STORAGE } from "./answers";
import type { PersonKey } from "./people";

/** An answer that the team keeps for its forms; `changed` is what it says by now. */
export interface DemoAnswer {
  topic: AnswerTopic;
  title: string;
  text: string;
  by: PersonKey;
  daysAgo: number;
  changed?: { daysAgo: number; text: string };
}

/** What was said of the cluster before it got its second factor. */
export const FIRST_STORAGE =
  "Encrypted storage on the institute's research cluster, reached over VPN by the people named here. Managed by the institute's IT department; backups are encrypted and kept on site for 30 days.";

export const TUMOUR_SUMMARY = AIMS.tumour.text;

export const LIBRARY: readonly DemoAnswer[] = [
  {
    topic: "security_measures",
    title: "Research cluster",
    text: FIRST_STORAGE,
    by: "bo",
    daysAgo: 420,
    changed: { daysAgo: 1, text: STORAGE },
  },
  {
    topic: "project_summary",
    title: "Tumour evolution",
    text: TUMOUR_SUMMARY,
    by: "chidi",
    daysAgo: 98,
  },
  {
    topic: "lay_summary",
    title: "Heart failure, for everybody",
    text: AIMS.heart.lay,
    by: "bo",
    daysAgo: 405,
  },
  {
    topic: "research_interests",
    title: "Sepsis in intensive care",
    text: "I study how sepsis develops during intensive care, from vital signs and laboratory values of adult stays.",
    by: "chidi",
    daysAgo: 161,
  },
];
