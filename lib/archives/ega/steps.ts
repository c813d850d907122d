import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

const PREPARING: readonly Step[] = [
  {
    id: "draft",
    label: "Draft: identify the DAC",
    status: "draft",
    waitingOn: "us",
    sentence:
      "Find the data access committee on the data set's page, ask for its forms, and write the application.",
    editable: true,
    source: SOURCES.accessFaq,
  },
  {
    id: "account_pending",
    label: "Accounts requested",
    status: "draft",
    waitingOn: "help_desk",
    sentence:
      "EGA's help desk is checking the new accounts; everybody named needs one, and accounts are never shared.",
    editable: true,
    usual: { expectedDays: 2, chaseAfterDays: 3, source: SOURCES.dacPortal },
    source: SOURCES.account,
  },
  {
    id: "account_active",
    label: "Accounts active",
    status: "draft",
    waitingOn: "us",
    sentence:
      "Everybody named can sign in at EGA; the committee's forms are next. Whoever joins later needs an account of their own.",
    editable: true,
    source: SOURCES.account,
  },
  {
    id: "help_desk",
    label: "Help desk asked for the committee",
    status: "draft",
    waitingOn: "help_desk",
    sentence:
      "The committee's contact does not answer or is no longer in service; EGA's help desk was asked who decides.",
    editable: true,
    source: SOURCES.accessFaq,
  },
  {
    id: "forms_requested",
    label: "Forms requested",
    status: "draft",
    waitingOn: "dac",
    sentence:
      "The committee was asked for its form and its data access agreement; each committee has its own.",
    editable: true,
    usual: {
      expectedDays: 14,
      chaseAfterDays: 30,
      source:
        "Our own planning figures; days to weeks are usual, and a contact may no longer be in service. Then ask EGA's help desk.",
    },
    source: SOURCES.accessFaq,
  },
  {
    id: "internal_signature",
    label: "Internal signature",
    status: "internal_signoff",
    waitingOn: "legal_representative",
    sentence:
      "The agreement waits for the signature of the institution, which is the party that it binds.",
    usual: {
      expectedDays: 28,
      chaseAfterDays: 56,
      source: "A rule of thumb (one to eight weeks), not confirmed by a published source.",
    },
    source: SOURCES.template,
  },
];

const AT_THE_COMMITTEE: readonly Step[] = [
  {
    id: "submitted",
    label: "Submitted",
    status: "submitted",
    waitingOn: "dac",
    sentence: "The signed papers are with the committee; it has not yet confirmed them.",
    usual: {
      expectedDays: 14,
      chaseAfterDays: 30,
      source: "Our own planning figures; no committee's answer time is published by EGA.",
    },
    source: SOURCES.accessFaq,
  },
  {
    id: "dac_review",
    label: "DAC review",
    status: "in_review",
    waitingOn: "dac",
    sentence: "The committee is deciding; EGA itself takes no decision.",
    usual: {
      expectedDays: 60,
      chaseAfterDays: 90,
      source: `Our own planning figures: committees take days to months, some meet once a month (${SOURCES.monthlyMeetings}).`,
    },
    source: SOURCES.accessFaq,
  },
  {
    id: "dac_queries",
    label: "DAC asks questions",
    status: "changes_requested",
    waitingOn: "us",
    sentence: "The committee asked questions; it goes on when they are answered.",
    editable: true,
    source: SOURCES.dacTour,
  },
  {
    id: "countersigned",
    label: "Agreement countersigned",
    status: "in_review",
    waitingOn: "dac",
    sentence:
      "The agreement is in force, and the permission at EGA has yet to be opened for each account and data set.",
    usual: {
      expectedDays: 2,
      chaseAfterDays: 7,
      source: "One committee names 48 hours (ICGC ARGO); others are not confirmed.",
    },
    source: SOURCES.accessFaq,
  },
];

const DECIDED: readonly Step[] = [
  {
    id: "granted",
    label: "Granted",
    status: "approved",
    waitingOn: "nobody",
    sentence:
      "The committee granted access; try it with EGA's download client, and look for a mismatch of accounts if the data set is not listed after two days.",
    source: SOURCES.downloadTrouble,
  },
  {
    id: "denied",
    label: "Denied",
    status: "rejected",
    waitingOn: "nobody",
    sentence: "The committee refused, with a reason; a new application is needed to ask again.",
    source: SOURCES.dacTour,
  },
  {
    id: "revoked",
    label: "Revoked",
    status: "terminated",
    waitingOn: "nobody",
    sentence: "The committee took the permission back; the data may no longer be used.",
    source: SOURCES.permission,
  },
  {
    id: "closed",
    label: "Closed",
    status: "closed",
    waitingOn: "nobody",
    sentence: "The data were destroyed and the committee was told.",
    source: SOURCES.template,
  },
  {
    id: "withdrawn",
    label: "Withdrawn",
    status: "withdrawn",
    waitingOn: "nobody",
    sentence: "The team withdrew this request before a decision.",
    source: SOURCES.accessFaq,
  },
];

/** Where an application for one data set stands. EGA knows only some of these; the rest is mail. */
export const STEPS: readonly Step[] = [...PREPARING, ...AT_THE_COMMITTEE, ...DECIDED];
