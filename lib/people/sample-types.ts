import type { Ask, Move, ReviewStatus } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import { day } from "../dates/day";
import type { QualificationRow } from "./claims";

const SOURCE = "https://example.org/rules";

const step = (id: string, status: ReviewStatus, waitingOn: "us" | "archive" | "nobody") => ({
  ...{ id, status, waitingOn, label: id.replaceAll("_", " "), source: SOURCE },
  sentence: "It stands here.",
});

type Meaning = "on" | "completedOn" | "reportEndsOn" | "endsOn" | "reference";

const ask = (meaning: Meaning): Ask => ({
  ...{ id: meaning, label: meaning, meaning, required: meaning === "on" },
  ...(meaning === "reference"
    ? { kind: "text", pattern: "^R-\\d{1,9}$", example: "R-123" }
    : { kind: "date" }),
});

const move = (
  id: string,
  from: readonly string[],
  to: string,
  ...asks: readonly Meaning[]
): Move => ({
  ...{ id, from, to, label: id, scope: "item", by: "us", permission: "request.move" },
  ...{ asks: asks.map(ask), effect: "none", tone: "neutral", source: SOURCE },
});

/** For tests: a training with a report's end, an archive's own time and a stated end. */
export const SAMPLE_TRAINING: QualificationType = {
  ...{ id: "sample_training", name: "Sample training", holder: "person", minutes: 240 },
  ...{ proof: "completion report", guidance: "Do it.", url: SOURCE, source: SOURCE },
  lifecycle: {
    ...{ id: "sample_training", name: "Sample training", initial: "planned" },
    steps: [
      step("planned", "draft", "us"),
      step("in_review", "in_review", "archive"),
      step("sent_back", "changes_requested", "us"),
      step("accepted", "approved", "nobody"),
      step("rejected", "rejected", "nobody"),
      step("withdrawn", "withdrawn", "nobody"),
      step("given_up", "closed", "nobody"),
      step("revoked", "terminated", "nobody"),
    ],
    moves: [
      move("send", ["planned", "sent_back"], "in_review", "on", "completedOn", "reportEndsOn"),
      move("note", ["in_review"], "sent_back"),
      move("accept", ["planned", "in_review"], "accepted", "on", "endsOn", "reference"),
      move("reject", ["in_review"], "rejected", "on"),
      move("withdraw", ["planned", "in_review"], "withdrawn", "on"),
      move("give_up", ["accepted"], "given_up", "on"),
      move("revoke", ["accepted"], "revoked", "on"),
    ],
  },
  fields: [
    {
      ...{ id: "course", label: "Course", kind: "text", required: false, guidance: "Its name." },
      maxLength: 20,
    },
  ],
  clocks: [
    { id: "report", label: "the report's own end", end: "reportEndsOn", onlyIf: "countReportEnd" },
    { id: "archive", label: "the archive's time", end: { afterStartDays: "trainingDays" } },
    { id: "stated", label: "its stated end", end: "endsOn" },
  ],
};

/** For tests: a row of the sample training, accepted on 1 March 2026. */
export function sampleRow(change: Partial<QualificationRow> = {}): QualificationRow {
  return {
    ...{ id: "row", step: "accepted", stepSince: day("2026-03-01"), startsOn: day("2026-03-01") },
    ...{ completedOn: null, reportEndsOn: null, endsOn: null, endedOn: null, endedBy: null },
    ...{ waivedOn: null, waivedUntil: null, waivedBy: null, waivedWhy: null },
    ...{ unitId: null, requestId: null, documentId: null },
    ...change,
  };
}
