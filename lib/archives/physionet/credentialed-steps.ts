import type { Step } from "../archive";
import { SOURCES } from "./sources";
import { firstSteps, LAST_STEPS } from "./steps";

const REVIEW_TIME = {
  expectedDays: 14,
  chaseAfterDays: 30,
  source: `The team named one to two weeks in 2019, users report longer: ${SOURCES.waiting}`,
};

const CREDENTIALING: readonly Step[] = [
  {
    id: "awaiting_review",
    label: "Awaiting review",
    status: "in_review",
    waitingOn: "archive",
    sentence:
      "PhysioNet checks the identity of the person; an institutional address and an ORCID iD help most.",
    usual: REVIEW_TIME,
    source: SOURCES.credentialing,
  },
  {
    id: "awaiting_reference",
    label: "Awaiting the reference",
    status: "in_review",
    waitingOn: "reference",
    sentence:
      "PhysioNet wrote to the reference, who answers one link with yes or no; a no rejects the application at once.",
    usual: {
      expectedDays: 7,
      chaseAfterDays: 14,
      source: `Our own figures. PhysioNet reminds after 15 days; rejecting after 30 is in its code but off by default, and not confirmed for the site: ${SOURCES.settings}`,
    },
    source: SOURCES.credentialing,
  },
  {
    id: "awaiting_final",
    label: "Awaiting final approval",
    status: "in_review",
    waitingOn: "archive",
    sentence: "The reference is settled; a reviewer takes the last decision on the credential.",
    usual: REVIEW_TIME,
    source: SOURCES.credentialing,
  },
  {
    id: "credential_rejected",
    label: "Credential rejected",
    status: "rejected",
    waitingOn: "nobody",
    sentence:
      "PhysioNet rejected the application for the credential; nothing is returned for correction, but a new one may be sent.",
    source: SOURCES.credentialing,
  },
];

const TRAINING: readonly Step[] = [
  {
    id: "training",
    label: "Training to be sent",
    status: "internal_signoff",
    waitingOn: "holder",
    sentence:
      "The person is credentialed; next comes the CITI completion report (not the certificate), as a PDF of 1 MB at most.",
    source: SOURCES.reports,
  },
  {
    id: "training_review",
    label: "Training in review",
    status: "in_review",
    waitingOn: "archive",
    sentence: "PhysioNet is checking the training report: course, modules, date and name.",
    usual: {
      expectedDays: 14,
      chaseAfterDays: 30,
      source: `Our own figures; 16 days to over four weeks are reported: ${SOURCES.trainingWaits}`,
    },
    source: SOURCES.credentialing,
  },
  {
    id: "to_sign",
    label: "Agreement to be signed",
    status: "internal_signoff",
    waitingOn: "holder",
    sentence:
      "Credential and training are in place; the person signs the agreement of exactly this version.",
    source: SOURCES.signing,
  },
  {
    id: "signed",
    label: "Signed",
    status: "approved",
    waitingOn: "nobody",
    sentence:
      "The agreement of this version is signed. It opens the files while credential and training stand; another version needs its own signature.",
    source: SOURCES.gates,
  },
];

/** Where one person stands on the way to one credentialed version. */
export const STEPS: readonly Step[] = [
  ...firstSteps(
    "The person sends the credentialing application at PhysioNet, unless already credentialed.",
    SOURCES.credentialForm,
  ),
  ...CREDENTIALING,
  ...TRAINING,
  ...LAST_STEPS,
];
