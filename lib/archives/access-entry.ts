import type { AccessEntry } from "./status-import";

/** An access entry that says nothing yet; readers fill in what their source says. */
export function emptyAccess(archive: string, at: string, words: string): AccessEntry {
  return {
    ...{ kind: "access", at, words, archive, requestNumber: null, itemNumber: null, title: null },
    ...{ unitCode: null, unitLabel: null, unitVersion: null, consentCode: null, dac: null },
    ...{ person: null, step: null, status: null, fits: [], on: null, approval: null },
    ...{ expired: false, closed: false },
  };
}
