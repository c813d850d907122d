/** What a reader of a history may look for alone. */
export const HISTORY_KINDS = ["moves", "edits", "documents", "people"] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** The lines of each kind, by how their action begins. */
const BEGINNINGS: Readonly<Record<HistoryKind, readonly string[]>> = {
  moves: [
    ...["request.created", "request.moved", "request.moveUndone", "request.nudged"],
    ...["grant.", "renewal.begun", "renewal.givenUp", "closeOut.", "amendment.", "certificate."],
  ],
  edits: [
    ...["request.edited", "request.copied", "request.projectEndSet", "renewal.edited"],
    ...["revision.", "library."],
  ],
  documents: ["document.", "proof."],
  people: [
    ...["request.handedOver", "person.", "identity.", "qualification.", "departure."],
    ...["agreement.named", "agreement.namingEnded", "signature.", "standIn."],
  ],
};

/** The kind that an address asks for; null for all lines. */
export function historyKind(asked: unknown): HistoryKind | null {
  return HISTORY_KINDS.find((kind) => kind === asked) ?? null;
}

/** How the actions of a kind begin. */
export function actionsOf(kind: HistoryKind): readonly string[] {
  return BEGINNINGS[kind];
}
