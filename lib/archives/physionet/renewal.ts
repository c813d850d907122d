import type { Section } from "../form";
import type { Renewal } from "../renewal";
import { SOURCES } from "./sources";
import { termsOf } from "./terms";

const STILL_NEEDED: readonly Section[] = [
  {
    id: "again",
    title: "What the reviewer is told",
    scope: "request",
    intro:
      "PhysioNet asks for no report. The new request has a title and a purpose like the first one; what came of the data belongs into the purpose.",
    fields: [
      {
        id: "results",
        label: "What came of the data so far",
        kind: "textarea",
        required: false,
        maxLength: 5_000,
        guidance: "A line or two for the purpose of the new request.",
        source: SOURCES.requests,
      },
    ],
  },
];

/** Contributor Review: a new request, whose days count from its own acceptance. */
const ASK_ANEW: Renewal = {
  how: "starts_at_approval",
  summary:
    "PhysioNet extends nothing: each person sends a new request, the reviewer decides again, and the granted days count from that decision. The old access goes on to its own end meanwhile.",
  window: () => ({
    opensDaysBefore: null,
    lastSafeDaysBefore: termsOf("physionet-contributor").endDuty.safeDaysBefore,
    source: SOURCES.requestEnd,
    unconfirmed:
      "PhysioNet publishes no time for this. Seven days are our advice, since reviewers usually grant fourteen; days granted before the old end do not add to it.",
  }),
  opensKind: "physionet_request_window",
  signOff: null,
  progress: STILL_NEEDED,
  tells: {
    publication: "results",
    preprint: "results",
    presentation: "results",
    data_set: "results",
    software: "results",
    patent: "results",
  },
  late: "It may still be sent, but the reviewer may not answer before the files close.",
  over: "The files are closed, although PhysioNet still shows “accepted”. A new request opens them again from its acceptance on.",
  openEnded: {
    why: "The reviewer granted the access without an end.",
    instead: "There is nothing to renew; a new version of the project needs a request of its own.",
  },
  source: `${SOURCES.requests}; ${SOURCES.requestEnd}`,
};

/** Signatures and credentials have no end of their own. */
const NOTHING_ENDS: Renewal = {
  how: "not_renewable",
  why: "Nothing ends here: a signature at PhysioNet is good for its version for as long as the account stands, so there is nothing to renew.",
  instead:
    "Keep what it rests on current: the training has an end, which is followed on each person's page. A new version of the data needs a new signature from every person.",
  source: `${SOURCES.gates}; ${SOURCES.ownSignature}`,
};

/** How the approvals of a lifecycle are renewed. */
export function renewalOf(lifecycle: string): Renewal {
  return lifecycle === "physionet-contributor" ? ASK_ANEW : NOTHING_ENDS;
}
