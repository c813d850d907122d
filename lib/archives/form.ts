import type { PersonFunction } from "./lifecycle";

/** What a question is about, where forms of several archives ask the same. */
export const ANSWER_TOPICS = [
  "project_title",
  "project_summary",
  "lay_summary",
  "security_measures",
  "institution",
  "research_interests",
] as const;
export type AnswerTopic = (typeof ANSWER_TOPICS)[number];

/** A question of an archive's form. Text limits are in characters after trimming. */
export interface Field {
  id: string;
  label: string;
  kind:
    | "text"
    | "textarea"
    | "email"
    | "url"
    | "date"
    | "select"
    | "multiselect"
    | "checkbox"
    | "person"
    | "people";
  required: boolean;
  /** Shown beside the question: what is meant, what reviewers send back. */
  guidance: string;
  maxLength?: number;
  minWords?: number;
  options?: readonly { value: string; label: string }[];
  /** The topic under which the team's answer library keeps answers to it. */
  topic?: AnswerTopic;
  /** The answer is about the data asked for: a copy of the form for other data leaves it out. */
  aboutData?: true;
  /** For person and people: the function these persons get on the request. */
  function?: PersonFunction;
  /** The question counts (and is required) only when an earlier answer of the form has one of these values. */
  when?: { field: string; in: readonly string[] };
  source?: string;
}

export interface Section {
  id: string;
  title: string;
  /** `request`: answered once; `item`: answered for each item (at PhysioNet: for each person). */
  scope: "request" | "item";
  intro?: string;
  fields: readonly Field[];
}

/** The answer to one question: text (also days, options and person ids), several of them, or a tick. */
export type AnswerValue = string | boolean | string[];

/** Answers of a form by field id; field ids are unique within a form. What is absent has not been answered. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** An item as the rules of its form see it. */
export interface AnsweredItem {
  id: string;
  answers: Answers;
  unit?: UnitFacts;
  /** The person it is for, at PhysioNet. */
  personId?: string | null;
}

/** A person as the rules of a form see them; `rank` is a code of lib/people/rank.ts. */
export interface NamedPerson {
  id: string;
  name: string;
  email: string | null;
  rank: string;
  institution: string;
}

/** Two answers that do not fit together, said as a sentence at the field to change. */
export interface AnswerProblem {
  field: string;
  /** Present when the question is answered for each item. */
  itemId?: string;
  message: string;
}

/** What the rules need to know of an access unit. */
export interface UnitFacts {
  code: string;
  accessClass: string;
  policy: string | null;
  /** dbGaP's consent code, such as `HMB-IRB-MDS`; null or absent when it is not known. */
  consentCode?: string | null;
}
