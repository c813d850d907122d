import type { Section } from "../form";
import type { Renewal } from "../renewal";
import { SOURCES } from "./sources";
import { PROJECT_TERMS } from "./terms";

const SIGN_OFF_DAYS = 30;

const PROGRESS: readonly Section[] = [
  {
    id: "progress",
    title: "Progress update",
    scope: "request",
    intro:
      "What the Data Use Certification asks for with each renewal. It goes to the committees of all data sets of the project.",
    fields: [
      {
        id: "dataUse",
        label: "How the data were used",
        kind: "textarea",
        required: true,
        maxLength: 5_000,
        guidance:
          "What was done with each data set since the last report, and how it fits the approved research use. Data sets and software that came of it belong here too.",
        source: SOURCES.certification,
      },
      {
        id: "publications",
        label: "Publications",
        kind: "textarea",
        required: false,
        maxLength: 5_000,
        guidance: "Papers and preprints that rest on the data. Leave it empty when there are none.",
        source: SOURCES.certification,
      },
      {
        id: "presentations",
        label: "Presentations",
        kind: "textarea",
        required: false,
        maxLength: 5_000,
        guidance: "Talks and posters with results from the data.",
        source: SOURCES.certification,
      },
      {
        id: "plans",
        label: "Plans for the coming year",
        kind: "textarea",
        required: true,
        maxLength: 5_000,
        guidance:
          "What the data are still needed for. A new aim needs a project of its own; more data sets for the same aim are added to this one.",
        source: SOURCES.renewing,
      },
      {
        id: "violations",
        label: "Violations and what was done about them",
        kind: "textarea",
        required: true,
        maxLength: 5_000,
        guidance:
          "Every breach of the certification since the last report, with its remedy. Write “None” when there was none: an empty answer says nothing.",
        source: SOURCES.certification,
      },
      {
        id: "intellectualProperty",
        label: "Intellectual property",
        kind: "textarea",
        required: false,
        maxLength: 2_000,
        guidance: "Patents and other rights that rest on the data.",
        source: SOURCES.certification,
      },
    ],
  },
];

/** dbGaP renews a whole project once a year; the approval of each data set then counts anew. */
export const RENEWAL_RULES: Renewal = {
  how: "starts_at_approval",
  summary:
    "The PI files the project's renewal with a progress update, the signing official approves it, and each committee decides for its data set. What was approved before goes on to its end meanwhile.",
  window: ({ renewalOpensDays }) => ({
    opensDaysBefore: typeof renewalOpensDays === "number" ? renewalOpensDays : null,
    lastSafeDaysBefore: PROJECT_TERMS.endDuty.safeDaysBefore,
    source: `${SOURCES.renewing}; ${SOURCES.sisterAdvice}`,
    unconfirmed:
      "dbGaP publishes neither the day on which it opens a renewal nor how long its committees take. The opening day is our advice and can be set in the archive's rules; filing 60 days before the end is what NDA, a sister archive, advises.",
  }),
  opensKind: "dbgap_renewal_window",
  signOff: {
    function: "signing_official",
    kind: "dbgap_renewal_signoff",
    what: "Have the signing official approve the renewal at dbGaP.",
    daysBefore: SIGN_OFF_DAYS,
    rule: `The last day of the approval less ${SIGN_OFF_DAYS} days. No committee sees the renewal before the signing official's approval; the ${SIGN_OFF_DAYS} days for its review are our planning figure.`,
    source: SOURCES.signingOfficial,
  },
  progress: PROGRESS,
  tells: {
    publication: "publications",
    preprint: "publications",
    presentation: "presentations",
    data_set: "dataUse",
    software: "dataUse",
    patent: "intellectualProperty",
    incident: "violations",
  },
  outputLog: {
    kind: "dbgap_output_log",
    what: "Log the publications, talks, software and patents of the quarter that rest on the data, for the next progress update.",
    source: SOURCES.certification,
  },
  late: "It may still be filed until the end, but the committees may not decide in time. Access then ends between the two approvals.",
  over: "The approval has run out and the data may not be used. Renew late, or close the project out: whether dbGaP takes a late renewal is not confirmed, and NIH may bar PI, staff and collaborators from new requests while neither is done.",
  openEnded: {
    why: "No end is recorded, so nothing runs out.",
    instead: "dbGaP approves for one year: look the end up there and record it.",
  },
  source: `${SOURCES.certification}; ${SOURCES.renewing}`,
};
