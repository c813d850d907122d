import type { DraftContent } from "@/lib/requests/merge";
import type { MoveAction } from "../moves/moves-props";
import type { FormPerson, FormUnit } from "./form-values";
import type { SaveAction } from "./save-draft";

/** What a page hands to the form of a request. */
export interface RequestFormProps {
  team: string;
  archive: string;
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
  save: SaveAction;
  move: MoveAction;
}
