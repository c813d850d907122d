import type { Ask, Move } from "../archive";
import { FIRST_MOVES, fileMove, lastMoves, on, reason } from "./asks";
import { SOURCES } from "./sources";

const IN_CREDENTIALING = ["awaiting_review", "awaiting_reference", "awaiting_final"] as const;

const CREDENTIALED_ON: Ask = {
  id: "credentialedOn",
  label: "Credentialed since, if known",
  kind: "date",
  required: false,
  help: "PhysioNet erases this day when a credential is revoked; here it stays in the history.",
};

const REPORT_ENDS: Ask = {
  id: "reportEnds",
  label: "Report ends on, as CITI prints it",
  kind: "date",
  required: false,
  help: "CITI's own end and PhysioNet's are two dates; plan with the earlier one that is known.",
};

const move = (
  rest: Pick<Move, "id" | "label" | "from" | "to" | "by" | "asks" | "source"> & Partial<Move>,
): Move => ({
  scope: "item",
  permission: "request.move",
  effect: "none",
  tone: "neutral",
  ...rest,
});

const SHORTCUTS: readonly Move[] = [
  move({
    id: "already_credentialed",
    label: "Already credentialed",
    from: ["ready_to_file"],
    to: "training",
    by: "holder",
    asks: [CREDENTIALED_ON],
    source: SOURCES.gates,
  }),
  move({
    id: "already_credentialed_and_trained",
    label: "Already credentialed and trained",
    from: ["ready_to_file"],
    to: "to_sign",
    by: "holder",
    asks: [CREDENTIALED_ON, REPORT_ENDS],
    source: SOURCES.gates,
  }),
  move({
    id: "already_trained",
    label: "Training accepted already",
    from: ["training"],
    to: "to_sign",
    by: "holder",
    asks: [REPORT_ENDS],
    source: SOURCES.gates,
  }),
];

const CREDENTIALING: readonly Move[] = [
  move({
    id: "reference_contacted",
    label: "Reference contacted",
    from: ["awaiting_review"],
    to: "awaiting_reference",
    by: "archive",
    asks: [on("Contacted on")],
    source: SOURCES.credentialing,
  }),
  move({
    id: "reference_skipped",
    label: "Went to final review without the reference",
    from: ["awaiting_review"],
    to: "awaiting_final",
    by: "archive",
    asks: [on("Seen on")],
    source: SOURCES.credentialing,
  }),
  move({
    id: "reference_confirmed",
    label: "Reference said yes",
    from: ["awaiting_reference"],
    to: "awaiting_final",
    by: "reference",
    asks: [on("Answered on")],
    tone: "primary",
    source: SOURCES.credentialing,
  }),
  move({
    id: "reference_refused",
    label: "Reference said no",
    from: ["awaiting_reference"],
    to: "credential_rejected",
    by: "reference",
    asks: [on("Answered on")],
    tone: "danger",
    source: SOURCES.credentialing,
  }),
  move({
    id: "credentialed",
    label: "Credential granted",
    from: IN_CREDENTIALING,
    to: "training",
    by: "archive",
    asks: [on("Credentialed on")],
    tone: "primary",
    source: SOURCES.credentialing,
  }),
  move({
    id: "credential_rejected",
    label: "Credential rejected",
    from: IN_CREDENTIALING,
    to: "credential_rejected",
    by: "archive",
    asks: [on("Rejected on"), reason("Why", "PhysioNet always gives a comment with a rejection.")],
    tone: "danger",
    source: SOURCES.credentialing,
  }),
  move({
    id: "apply_again",
    label: "Apply again",
    from: ["credential_rejected"],
    to: "draft",
    by: "us",
    asks: [],
    source: SOURCES.credentialing,
  }),
];

const TRAINING: readonly Move[] = [
  move({
    id: "training_sent",
    label: "Training report uploaded",
    from: ["training"],
    to: "training_review",
    by: "holder",
    asks: [on("Uploaded on"), REPORT_ENDS],
    tone: "primary",
    source: SOURCES.reports,
  }),
  move({
    id: "training_accepted",
    label: "Training accepted",
    from: ["training_review"],
    to: "to_sign",
    by: "archive",
    asks: [on("Accepted on")],
    tone: "primary",
    source: SOURCES.credentialing,
  }),
  move({
    id: "training_rejected",
    label: "Training report rejected",
    from: ["training_review"],
    to: "training",
    by: "archive",
    asks: [
      on("Rejected on"),
      reason("Why", "Often the certificate instead of the report, or a name unlike the profile's."),
    ],
    tone: "danger",
    source: SOURCES.credentialing,
  }),
  move({
    id: "sign",
    label: "Record approval: agreement signed",
    from: ["to_sign"],
    to: "signed",
    by: "holder",
    asks: [],
    effect: "grant",
    tone: "primary",
    source: SOURCES.signing,
  }),
];

/** What can happen to one person on the way to one credentialed version. */
export const MOVES: readonly Move[] = [
  ...FIRST_MOVES,
  fileMove("awaiting_review", "Application sent on", SOURCES.credentialForm),
  ...SHORTCUTS,
  ...CREDENTIALING,
  ...TRAINING,
  ...lastMoves("signed", [
    "draft",
    "ready_to_file",
    ...IN_CREDENTIALING,
    "training",
    "training_review",
    "to_sign",
  ]),
];
