import type { ActionResult } from "@/lib/action";
import type { Section } from "@/lib/archives/form";
import type { AnswerUse } from "@/lib/requests/answer-use";
import type { DraftContent } from "@/lib/requests/merge";
import type { RevisionFacts, SectionLocks } from "@/lib/requests/revision";
import type { LibraryAnswer } from "@/lib/services/library";
import type { MoveAction } from "../moves/moves-props";
import type { FormPerson, FormUnit } from "./form-values";
import type { SaveAction } from "./save-draft";

/** What the form has to know of its archive, as data: the rest of it need not travel. */
export interface FormArchive {
  code: string;
  name: string;
  /** What it calls an access unit. */
  unitWord: string;
  itemPerPerson: boolean;
  sections: readonly Section[];
}

/** What a page hands to the form of a request. */
export interface RequestFormProps {
  team: string;
  archive: FormArchive;
  lifecycle: string;
  /** `version` and `number` are null for a request that has not been saved yet. */
  draft: { id: string; version: number | null; number: number | null; content: DraftContent };
  /** The units asked for and those that may stand beside them, the first one first. */
  units: readonly FormUnit[];
  people: readonly FormPerson[];
  /** Units and persons that have been handed in and can no longer be taken off here. */
  fixed: { unitIds: readonly string[]; personIds: readonly string[] };
  /** The move that hands the form in, where it can be made from here. */
  submitMove: string | null;
  /** What was sent back of a stored request, and what is locked for it; nothing of a new one. */
  sentBack: { locks: SectionLocks; revisions: readonly RevisionFacts[] };
  /** Opens one more section of what was sent back; null for readers who may not. */
  openSection: ((team: string, input: unknown) => Promise<ActionResult>) | null;
  /** The team's answer library, and what this request took of it. */
  shelf: { answers: readonly LibraryAnswer[]; uses: readonly AnswerUse[] };
  /** Saves an answer to the library; null for readers who may not. */
  addToLibrary: ((team: string, input: unknown) => Promise<ActionResult<{ id: string }>>) | null;
  save: SaveAction;
  move: MoveAction;
}
