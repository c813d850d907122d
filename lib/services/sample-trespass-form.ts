import { listFilings } from "./filings";
import { listRevisions, openSection } from "./revisions";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B asks for what belongs to forms of team A. */
export const TRESPASS_ON_FORMS: Record<string, Call[]> = {
  "filings listFilings": [(b, a) => listFilings(b.lead, a.number)],
  "revisions listRevisions": [(b, a) => listRevisions(b.lead, a.requestId)],
  "revisions openSection": [
    (b, a) => openSection(b.lead, { requestId: a.requestId, section: "project", reason: "Mine" }),
  ],
};
