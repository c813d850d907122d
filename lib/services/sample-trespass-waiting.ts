import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import { addComment, listComments, retractComment } from "./comments";
import { listDurations, listStays } from "./durations";
import { countMyMoves } from "./my-moves";
import { listLongWaits, listNudges, recordNudge } from "./nudges";
import { setProjectEnd } from "./project-end";
import type { Call } from "./sample-trespass";
import { getTeamOverview } from "./team-overview";
import { listRisks } from "./team-risks";
import { getTeamNumbers, listTeamNumbers } from "./teams-overview";

const letter = { on: day("2026-11-20"), text: "Mine" };

/** For tests: the calls by which team B asks for what was said about requests of team A. */
export const TRESPASS_ON_WAITING: Record<string, Call[]> = {
  "comments addComment": [
    (b, a) =>
      addComment(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, kind: "internal", text: "Mine" },
      }),
  ],
  "comments listComments": [(b, a) => listComments(b.lead, a.requestId)],
  "comments retractComment": [(b, a) => retractComment(b.lead, { id: a.commentId })],
  "project-end setProjectEnd": [
    (b, a) => setProjectEnd(b.lead, { requestId: a.requestId, was: null, endsOn: null }),
  ],
  "nudges recordNudge": [
    (b, a) =>
      recordNudge(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, step: "dac_review", ...letter },
        subject: "Mine",
      }),
  ],
};

/** For tests: what team B sees of how its own requests wait. */
export const OWN_WAITING: Record<string, Call> = {
  "durations listDurations": (b) => listDurations(b.lead),
  "durations listStays": (b, a) => listStays(b.lead, a.requestId),
  "my-moves countMyMoves": (b) => countMyMoves(b.lead),
  "team-overview getTeamOverview": (b) => getTeamOverview(b.lead),
  "team-risks listRisks": (b) => listRisks(b.lead),
  "teams-overview getTeamNumbers": (b) => getTeamNumbers(b.lead),
  "teams-overview listTeamNumbers": (b) => listTeamNumbers(b.user),
  "nudges listLongWaits": (b) => listLongWaits(b.lead),
  "nudges listNudges": (b, a) => listNudges(b.lead, a.requestId),
};
