import type { Ask, Lifecycle, Step } from "../lifecycle";
import type { QualificationType } from "../qualification";
import { happenedOn, qualificationMove as move, reference, why } from "../qualification-moves";
import { REPORT_FILE, refuseCertificate } from "./completion-report";
import { SOURCES } from "./sources";

const source = SOURCES.credentialing;

const STEPS: readonly Step[] = [
  {
    id: "to_send",
    label: "Report to be uploaded",
    status: "draft",
    waitingOn: "holder",
    sentence:
      "The person takes the course and uploads the completion report, not the certificate, as a PDF of 1 MB at most.",
    editable: true,
    source: SOURCES.reports,
  },
  {
    id: "in_review",
    label: "In review",
    status: "in_review",
    waitingOn: "archive",
    sentence:
      "PhysioNet checks the report: every module done, the privacy module among them, in date, and in the name of the profile.",
    usual: {
      expectedDays: 14,
      chaseAfterDays: 30,
      source: `Our own figures; 16 days to over four weeks are reported: ${SOURCES.trainingWaits}`,
    },
    source,
  },
  {
    id: "accepted",
    label: "Accepted",
    status: "approved",
    waitingOn: "nobody",
    sentence:
      "PhysioNet accepted the report and goes on saying so after its time is over; plan with the earliest end known here.",
    source,
  },
  {
    id: "rejected",
    label: "Rejected",
    status: "rejected",
    waitingOn: "nobody",
    sentence: "PhysioNet rejected the report with its reasons; a better one may be uploaded.",
    source,
  },
  {
    id: "withdrawn",
    label: "Withdrawn",
    status: "withdrawn",
    waitingOn: "nobody",
    sentence: "The person withdrew the report before it was decided.",
    source,
  },
];

const ACCEPTED_ON = happenedOn(
  "Accepted by PhysioNet on",
  "PhysioNet counts from this day, not from the end of the course.",
);
const REPORT_DAYS: readonly Ask[] = [
  {
    id: "completedOn",
    label: "Completed on, as the report says",
    kind: "date",
    required: false,
    meaning: "completedOn",
  },
  {
    id: "reportEndsOn",
    label: "Report ends on, as the report says",
    kind: "date",
    required: false,
    help: "Often three or four years after completion. PhysioNet's own time is another one; the earlier of the two counts here.",
    meaning: "reportEndsOn",
  },
];

function lifecycle(id: string, name: string, number: Ask): Lifecycle {
  return {
    id,
    name,
    initial: "to_send",
    steps: STEPS,
    moves: [
      move({
        id: "upload",
        label: "Report uploaded",
        from: ["to_send"],
        to: "in_review",
        by: "holder",
        asks: [happenedOn("Uploaded on"), ...REPORT_DAYS, number],
        tone: "primary",
        source: SOURCES.reports,
      }),
      move({
        id: "already_accepted",
        label: "Accepted already",
        from: ["to_send"],
        to: "accepted",
        by: "holder",
        asks: [ACCEPTED_ON, ...REPORT_DAYS, number],
        source,
      }),
      move({
        id: "accept",
        label: "Accepted",
        from: ["in_review"],
        to: "accepted",
        by: "archive",
        asks: [ACCEPTED_ON],
        tone: "primary",
        source,
      }),
      move({
        id: "reject",
        label: "Rejected",
        from: ["in_review"],
        to: "rejected",
        by: "archive",
        asks: [
          happenedOn("Rejected on"),
          why("Often the certificate instead of the report, or a name unlike the profile's."),
        ],
        tone: "danger",
        source,
      }),
      move({
        id: "withdraw",
        label: "Withdraw",
        from: ["to_send", "in_review"],
        to: "withdrawn",
        by: "holder",
        asks: [happenedOn("Withdrawn on")],
        tone: "danger",
        source,
      }),
    ],
  };
}

/** Both clocks; which of them runs, the team says in its rule settings. */
const shared = (name: string) => ({
  ...{ name, holder: "person" as const },
  clocks: [
    {
      id: "report",
      label: "the report's own end",
      end: "reportEndsOn" as const,
      onlyIf: "countReportEnd",
      duty: {
        kind: "physionet_training_report_end",
        what: `Take the training again (${name}) and upload the new completion report: the licence asks to keep the training current.`,
      },
    },
    {
      id: "archive",
      label: "the time that PhysioNet gives a training",
      end: { afterStartDays: "trainingDays" },
      duty: {
        kind: "physionet_training_end",
        what: `Take the training again (${name}) and have PhysioNet accept the new completion report, before its own clock ends the old one.`,
      },
    },
  ],
  fields: [],
  proofFile: REPORT_FILE,
  minutes: 180,
  url: "https://physionet.org/settings/training/",
  neverWaived: true,
});

export const CITI: QualificationType = {
  ...shared("CITI Data or Specimens Only Research"),
  id: "citi_data_only",
  lifecycle: lifecycle(
    "physionet-citi",
    "CITI training at PhysioNet",
    reference("Address to verify the report", {
      pattern: "^https://www\\.citiprogram\\.org/verify/\\?k[\\w-]{1,100}$",
      example: "https://www.citiprogram.org/verify/?k04e73368-7133-41ab-939d-6ca910a85532-1",
      help: "On the report. It holds ?k; one with ?w is that of the certificate, which PhysioNet does not take.",
      refusal:
        "This is not the address on a completion report, which begins https://www.citiprogram.org/verify/?k; with ?w it is the certificate's, which PhysioNet does not take.",
    }),
  ),
  proof: "CITI completion report",
  refusePaper: refuseCertificate,
  guidance:
    "Taken as an affiliate of “Massachusetts Institute of Technology Affiliates”. Upload the completion report, which lists the modules, not the certificate: a PDF of 1 MB at most, in the name of the PhysioNet profile. A new report may be in review while the old one still counts.",
  source: SOURCES.course,
};

export const GCP: QualificationType = {
  ...shared("Good clinical practice (ICH GCP)"),
  id: "gcp",
  lifecycle: lifecycle(
    "physionet-gcp",
    "Good clinical practice at PhysioNet",
    reference("Number or address on the proof"),
  ),
  proof: "proof of a training in good clinical practice",
  guidance:
    "Asked by the pages of single projects, such as HiRID, beside the CITI training. Upload the proof that lists the course and its date.",
  source: SOURCES.hirid,
};
