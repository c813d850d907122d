import { day } from "../dates/day";
import { getHeldMail } from "./held-mail";
import { getMyMail, updateMyMail } from "./mail-preferences";
import { previewRun } from "./mail-preview";
import { listRuns } from "./mail-runs";
import { previewTemplate } from "./mail-templates";
import { countMail, listMail, resendNotice } from "./notices";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B asks for mail of team A. */
export const TRESPASS_ON_MAIL: Record<string, Call[]> = {
  "notices resendNotice": [(b, a) => resendNotice(b.lead, { id: a.noticeId })],
};

/** For tests: what team B sees of its own mail, and of what its people want. */
export const OWN_MAIL: Record<string, Call> = {
  "held-mail getHeldMail": (b) => getHeldMail(b.lead),
  "mail-preferences getMyMail": (b) => getMyMail(b.lead),
  "mail-preferences updateMyMail": (b) =>
    updateMyMail(b.lead, { digest: true, muted: [], version: 1 }),
  "mail-preview previewRun": (b) => previewRun(b.lead, { on: day("2026-11-22") }),
  "mail-runs listRuns": (b) => listRuns(b.lead),
  "mail-templates previewTemplate": (b) => previewTemplate(b.lead, "reminder", "en"),
  "notices countMail": (b) => countMail(b.lead),
  "notices listMail": (b) => listMail(b.lead),
};

/** For tests: services around mail that neither name nor show rows of a team, and why. */
export const APART_MAIL: Record<string, string> = {
  "held-mail dropHeld": "names nothing, decides on the actor's team",
  "held-mail releaseHeld": "names nothing, decides on the actor's team",
  "mail-preferences readUnsubscribing": "needs the signed link",
  "mail-preferences unsubscribe": "needs the signed link",
};
