import { randomUUID } from "node:crypto";
import { copyRequest } from "./copy-request";
import { listFilings } from "./filings";
import { changeAnswer, readShelf, retireAnswer } from "./library";
import { listRevisions, openSection } from "./revisions";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B asks for what belongs to forms of team A. */
export const TRESPASS_ON_FORMS: Record<string, Call[]> = {
  "copy-request copyRequest": [
    (b, a) =>
      copyRequest(b.lead, {
        ...{ id: randomUUID(), requestId: a.requestId, unitIds: [a.unitId], personIds: [] },
      }),
  ],
  "filings listFilings": [(b, a) => listFilings(b.lead, a.number)],
  "library changeAnswer": [
    (b, a) => changeAnswer(b.lead, { id: a.answerId, version: 1, title: "Mine", text: "Mine" }),
  ],
  "library readShelf": [(b, a) => readShelf(b.lead, a.requestId)],
  "library retireAnswer": [(b, a) => retireAnswer(b.lead, { id: a.answerId, isRetired: true })],
  "revisions listRevisions": [(b, a) => listRevisions(b.lead, a.requestId)],
  "revisions openSection": [
    (b, a) => openSection(b.lead, { requestId: a.requestId, section: "project", reason: "Mine" }),
  ],
};
