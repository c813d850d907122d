import type { Answers } from "@/lib/archives/form";
import type { PersonIds } from "./answers";
import type { PersonKey } from "./people";

/** An approval in a story; days count back from today, negative days lie ahead. */
export interface DemoDecision {
  decidedDaysAgo: number;
  /** Days until the last day of access; null is open-ended. */
  endsInDays: number | null;
  /** The letter that proves it, stored with the grant; without it the grant is unproved. */
  letter?: string;
}

/** One move of a story, made by a person on a day, about some units or persons or about all. */
export interface DemoMove {
  move: string;
  daysAgo: number;
  by: PersonKey;
  about?: readonly string[];
  answers?: Readonly<Record<string, string>>;
  /** What a move sends back, by section of the form. */
  sections?: readonly { section: string; comment: string }[];
  decision?: DemoDecision;
}

/** Answers of the form that somebody changed on a day. */
export interface DemoEdit {
  daysAgo: number;
  by: PersonKey;
  answers: (people: PersonIds) => Answers;
}

/** One request of the demo team, told as what happened to it. */
export interface DemoStory {
  title: string;
  archive: string;
  units: readonly string[];
  /** For whom, where the archive counts by person. */
  persons?: readonly PersonKey[];
  form: string;
  startedDaysAgo: number;
  by: PersonKey;
  moves: readonly DemoMove[];
  /** What was changed in the form later, each on a day without a move. */
  edits?: readonly DemoEdit[];
  /** Questions that the draft took from the answer library. */
  uses?: readonly { entry: string; answer: string }[];
}
