import type { Field } from "../form";
import type { Lifecycle } from "../lifecycle";
import type { QualificationType } from "../qualification";
import { happenedOn, lastDay, qualificationMove as move } from "../qualification-moves";
import { SOURCES } from "./sources";

const source = SOURCES.security;
const ENDS = lastDay(
  "To be reviewed by",
  "Only if the institution sets a last day; NIH names none.",
);

const REVIEW_KIND = "dbgap_security_review";
const REVIEW =
  "Have the IT director look through the attestation of NIST SP 800-171 and the security plan, and record it anew.";

const LIFECYCLE: Lifecycle = {
  id: "dbgap-sp800-171",
  name: "Attestation of NIST SP 800-171",
  initial: "preparing",
  steps: [
    {
      id: "preparing",
      label: "In preparation",
      status: "draft",
      waitingOn: "us",
      sentence:
        "The environment for the data is described and held against the 110 requirements of NIST SP 800-171.",
      editable: true,
      source,
    },
    {
      id: "signing",
      label: "Being attested",
      status: "internal_signoff",
      waitingOn: "signing_official",
      sentence: "PI, IT director and signing official attest, in this order.",
      source,
    },
    {
      id: "attested",
      label: "Attested",
      status: "approved",
      waitingOn: "nobody",
      sentence:
        "The institution attests that the environment meets NIST SP 800-171, or that its provider does.",
      source,
    },
    {
      id: "ended",
      label: "Ended",
      status: "closed",
      waitingOn: "nobody",
      sentence: "The environment is no longer used for these data, or was replaced.",
      source,
    },
    {
      id: "withdrawn",
      label: "Taken back",
      status: "terminated",
      waitingOn: "nobody",
      sentence: "The institution no longer stands by the attestation.",
      source,
    },
  ],
  moves: [
    move({
      id: "to_sign",
      label: "To PI, IT director and signing official",
      from: ["preparing"],
      to: "signing",
      by: "us",
      asks: [happenedOn("Handed over on")],
      source,
    }),
    move({
      id: "attest",
      label: "Attested by all three",
      from: ["preparing", "signing"],
      to: "attested",
      by: "signing_official",
      asks: [happenedOn("Last of the three on"), ENDS],
      tone: "primary",
      source,
    }),
    move({
      id: "back",
      label: "Back to preparation",
      from: ["signing"],
      to: "preparing",
      by: "us",
      asks: [],
      source,
    }),
    move({
      id: "end",
      label: "No longer used",
      from: ["attested"],
      to: "ended",
      by: "us",
      asks: [happenedOn("Ended on")],
      effect: "end",
      source,
    }),
    move({
      id: "take_back",
      label: "Taken back",
      from: ["attested"],
      to: "withdrawn",
      by: "signing_official",
      asks: [happenedOn("Taken back on")],
      effect: "end",
      tone: "danger",
      source,
    }),
  ],
};

const name = (id: string, label: string, guidance: string): Field => ({
  id,
  label,
  kind: "text",
  required: false,
  maxLength: 120,
  guidance,
  source,
});

/** The institution's word that data lie in an environment as NIST SP 800-171 asks. */
export const ATTESTATION: QualificationType = {
  id: "sp800_171",
  name: "NIST SP 800-171 attestation",
  holder: "institution",
  lifecycle: LIFECYCLE,
  clocks: [
    {
      id: "review",
      label: "the review that the institution set",
      end: "endsOn",
      duty: { kind: REVIEW_KIND, what: REVIEW },
    },
  ],
  review: {
    kind: REVIEW_KIND,
    what: REVIEW,
    everyMonths: 12,
    why: "NIH names no time for the review; once a year is our figure, and it is due again before a request or renewal is submitted.",
    source,
  },
  fields: [
    {
      id: "environment",
      label: "Environment",
      kind: "select",
      required: false,
      options: [
        { value: "own", label: "The institution's own" },
        { value: "provider", label: "A provider's, such as a cloud" },
      ],
      guidance: "For a provider's, the attestation may rest on the provider's own.",
      source,
    },
    name("environmentName", "Name of the environment", "As in the security plan."),
    name("pi", "PI", "Who attests as principal investigator."),
    name("itDirector", "IT director", "Who answers for the security of the environment."),
    name("signingOfficial", "Signing official", "Who attests for the institution."),
  ],
  proof: "signed attestation or security plan",
  minutes: null,
  guidance:
    "Asked for data use certifications made or renewed from 25 January 2025 on; older ones keep their terms until they are renewed or closed. PI, IT director and signing official attest together.",
  url: "https://grants.nih.gov/grants/guide/notice-files/NOT-OD-24-157.html",
  neverWaived: true,
  source,
};
