import type { AmendmentRules } from "../amendment";
import { SOURCES } from "./sources";

/**
 * dbGaP: a project is changed by revising it, which goes through the signing official and the
 * committees again while the access stands. PI and institution cannot be changed.
 */
export const AMENDMENTS: AmendmentRules = {
  people: {
    way: "revise",
    sentence:
      "Revise the project at dbGaP: name collaborators and downloaders, or take them off, and file it through the signing official. The access stands while it is reviewed. Trainees and staff of the PI are not named.",
    source: `${SOURCES.projectInstructions}; ${SOURCES.collaboratorFaq}`,
  },
  scope_add: {
    way: "revise",
    sentence:
      "A further data set for the same research aim is added by revising the project. It gets a data access request of its own, which its committee decides; what was approved stands meanwhile.",
    source: `${SOURCES.projectInstructions}; ${SOURCES.statuses}`,
  },
  scope_remove: {
    way: "revise",
    sentence:
      "Take the data set off the project by revising it, destroy every copy of it, and say so in the next progress update.",
    source: `${SOURCES.closeOut}; ${SOURCES.projectInstructions}`,
  },
  aim: {
    way: "new_request",
    sentence:
      "Another research aim needs a new project. Only a further data set for the same aim is a revision of this one.",
    source: SOURCES.projectInstructions,
  },
  end_date: {
    way: "new_request",
    sentence:
      "An approval lasts one year and its end is not moved: renew the project before it ends.",
    source: SOURCES.renewing,
  },
  pi: {
    way: "close_first",
    sentence:
      "A project belongs to its PI. Another PI files a project of their own; this one is closed out.",
    source: SOURCES.certification,
  },
  hand_over: {
    way: "free",
    sentence:
      "dbGaP names the PI and the officials, not who looks after the project in the team. It passes on here at once.",
    source: SOURCES.certification,
  },
  pi_moves: {
    way: "close_first",
    sentence:
      "Close the project out here before the PI moves: the data cannot travel and nobody of the team keeps any. At the new institution the PI files a new project, with its signing official.",
    source: `${SOURCES.certification} (change of institution); ${SOURCES.closeOut}`,
  },
};
