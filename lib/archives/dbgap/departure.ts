import { addDays } from "../../dates/day";
import type { DepartureDuty, DepartureRules, Leaving } from "../departure";
import type { PersonFunction } from "../lifecycle";
import { SOURCES } from "./sources";

/** Whom a project names beside its PI and its officials. */
const NAMED: readonly PersonFunction[] = [
  "internal_collaborator",
  "external_collaborator",
  "downloader",
];
/** Who works with the data while the PI stays. */
const USERS: readonly PersonFunction[] = [...NAMED, "supervised"];
const OFFICIALS: readonly PersonFunction[] = ["signing_official", "it_director"];

/** Days within which a project is brought up to date; NIH names none. */
const UPDATE_DAYS = 14;

/**
 * dbGaP: an approval belongs to one PI at one institution, so a PI who leaves closes the project
 * out before and nothing travels; whom else the project names is taken off it. Trainees and staff
 * of the PI are not named, so nothing is updated for them (NBK36455).
 */
export const DEPARTURE: DepartureRules = {
  duties: (leaving) => {
    if (leaving.functions.includes("pi")) return piLeaves(leaving);
    return [...updates(leaving), ...copies(leaving)];
  },
  joins: ({ functions, firstDay }) =>
    functions.some((one) => NAMED.includes(one))
      ? [
          {
            kind: "dbgap_joiner_update",
            effect: "amend",
            what: "Update the project at dbGaP: name the person who joined as collaborator or downloader.",
            dueOn: addDays(firstDay, UPDATE_DAYS),
            rule: `The first day plus ${UPDATE_DAYS} days. NIH asks to keep the project's people up to date and names no day; ${UPDATE_DAYS} days are our figure.`,
            source: SOURCES.projectInstructions,
          },
        ]
      : [],
  handOver: ({ functions, filed, approved }) => {
    if (!functions.includes("pi")) {
      return {
        how: "transfer",
        why: "A project at dbGaP names its PI, officials and collaborators, not who looks after it in the team.",
      };
    }
    if (approved || filed) {
      return {
        how: "close_and_reapply",
        why: "A dbGaP project belongs to its PI and institution. It is closed out when the PI leaves, and whoever goes on files a project of their own. Until then somebody here must see to the close-out.",
      };
    }
    return {
      how: "transfer",
      why: "Nothing was filed at dbGaP yet: name another PI of this institution in the form.",
    };
  },
};

function piLeaves({ approved, filed, lastDay }: Leaving): DepartureDuty[] {
  const eve = addDays(lastDay, -1);
  const before = {
    dueOn: eve,
    rule: "The day before the last day: the close-out is to be complete before the PI moves.",
  };
  const anew: DepartureDuty = {
    kind: "dbgap_apply_anew",
    effect: "hand_over",
    what: "If the data are still needed, have a new project filed: here by another PI, at the new institution by the PI who moves. The data cannot travel.",
    dueOn: lastDay,
    rule: "The last day. No source names a day for the new project, this one is ours: file early, since nothing is open between the two approvals.",
    source: `${SOURCES.certification} (change of institution); ${SOURCES.collaboratorFaq} (requests are specific to one institution)`,
  };
  if (approved) {
    return [
      {
        kind: "dbgap_close_out",
        effect: "close",
        what: "Close the project out at this institution: the PI files the final report and starts the close-out, the signing official completes it.",
        ...before,
        source: `${SOURCES.closeOut}; ${SOURCES.certification} (change of institution)`,
      },
      {
        kind: "dbgap_destruction",
        effect: "destroy",
        what: "Destroy every copy, version and derivative of the data here, cloud and backups included, and have the signing official confirm it.",
        dueOn: eve,
        rule: "With the close-out: the day before the last day.",
        source: `${SOURCES.closeOut}; ${SOURCES.models} (models trained on the data)`,
      },
      anew,
    ];
  }
  if (!filed) return [];
  const withdrawal: DepartureDuty = {
    kind: "dbgap_withdrawal",
    effect: "close",
    what: "Withdraw the application that is under review: it stands on the PI who leaves.",
    dueOn: lastDay,
    rule: "The last day. No source names a day for an application without approval, this one is ours.",
    source: SOURCES.minimumCredentials,
  };
  return [withdrawal, anew];
}

function updates({ functions, filed, approved, lastDay }: Leaving): DepartureDuty[] {
  if (!filed && !approved) return [];
  const within = {
    effect: "amend",
    dueOn: addDays(lastDay, UPDATE_DAYS),
    rule: `The last day plus ${UPDATE_DAYS} days. NIH asks to keep the project's people up to date and names no day; ${UPDATE_DAYS} days are our figure.`,
    source: SOURCES.projectInstructions,
  } as const;
  const duties: DepartureDuty[] = [];
  if (functions.some((one) => NAMED.includes(one))) {
    duties.push({
      kind: "dbgap_people_change",
      what: "Update the project at dbGaP: take the person off the collaborators, and off the downloaders where the PI named them.",
      ...within,
    });
  }
  if (functions.some((one) => OFFICIALS.includes(one))) {
    duties.push({
      kind: "dbgap_official_change",
      what: "Name the successor of the signing official or IT director in the project at dbGaP.",
      ...within,
    });
  }
  return duties;
}

function copies({ functions, approved, lastDay }: Leaving): DepartureDuty[] {
  if (!approved || !functions.some((one) => USERS.includes(one))) return [];
  return [
    {
      kind: "dbgap_copies",
      effect: "destroy",
      what: "Remove the person from every copy of the data: shared storage, cloud accounts and downloads on their own machines.",
      dueOn: lastDay,
      rule: "The last day: who is no longer on the project may not hold the data.",
      source: `${SOURCES.certification} (data only for approved users)`,
    },
  ];
}
