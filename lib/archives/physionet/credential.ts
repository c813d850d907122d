import type { Move } from "../lifecycle";
import type { QualificationType } from "../qualification";
import { happenedOn, qualificationMove as move, why } from "../qualification-moves";
import { referenceProblems } from "./checks";
import { CREDENTIAL_STEPS, IN_REVIEW } from "./credential-steps";
import { SOURCES } from "./sources";

const source = SOURCES.credentialing;
const STAGES = IN_REVIEW.map(({ id }) => id);
/** The stages that whoever applied cannot tell apart. */
const BEFORE_REFERENCE = ["pending", "identity_check", "reference"] as const;

const REVIEW: readonly Move[] = [
  move({
    id: "identity_check_begun",
    label: "Review begun",
    from: ["pending"],
    to: "identity_check",
    by: "archive",
    asks: [happenedOn("Seen on")],
    source,
  }),
  move({
    id: "identity_accepted",
    label: "Identity accepted",
    from: ["pending", "identity_check"],
    to: "reference",
    by: "archive",
    asks: [happenedOn("Seen on")],
    source,
  }),
  move({
    id: "reference_contacted",
    label: "Reference contacted",
    from: BEFORE_REFERENCE,
    to: "reference_response",
    by: "archive",
    asks: [happenedOn("Contacted on", "PhysioNet counts its reminder from this day.")],
    tone: "primary",
    source,
  }),
  move({
    id: "reference_skipped",
    label: "Went to final review without the reference",
    from: BEFORE_REFERENCE,
    to: "final_review",
    by: "archive",
    asks: [happenedOn("Seen on")],
    source,
  }),
  move({
    id: "reference_confirmed",
    label: "Reference said yes",
    from: ["reference_response"],
    to: "final_review",
    by: "reference",
    asks: [happenedOn("Answered on")],
    tone: "primary",
    source,
  }),
  move({
    id: "reset",
    label: "Review begins anew",
    from: STAGES.filter((id) => id !== "pending"),
    to: "pending",
    by: "archive",
    asks: [happenedOn("Reset on")],
    source,
  }),
];

const DECISIONS: readonly Move[] = [
  move({
    id: "accept",
    label: "Credential granted",
    from: STAGES,
    to: "accepted",
    by: "archive",
    asks: [happenedOn("Credentialed on")],
    tone: "primary",
    source,
  }),
  move({
    id: "reference_refused",
    label: "Reference said no",
    from: ["reference_response"],
    to: "rejected",
    by: "reference",
    asks: [happenedOn("Answered on")],
    tone: "danger",
    source,
  }),
  move({
    id: "reference_silent",
    label: "Rejected for want of an answer",
    from: ["reference_response"],
    to: "rejected",
    by: "archive",
    asks: [happenedOn("Rejected on")],
    tone: "danger",
    source: SOURCES.settings,
  }),
  move({
    id: "reject",
    label: "Rejected",
    from: STAGES,
    to: "rejected",
    by: "archive",
    asks: [happenedOn("Rejected on"), why("PhysioNet always gives a comment with a rejection.")],
    tone: "danger",
    source,
  }),
  move({
    id: "withdraw",
    label: "Withdraw",
    from: ["to_apply", ...STAGES],
    to: "withdrawn",
    by: "holder",
    asks: [happenedOn("Withdrawn on")],
    tone: "danger",
    source,
  }),
  move({
    id: "revoke",
    label: "Revoked by PhysioNet",
    from: ["accepted"],
    to: "revoked",
    by: "archive",
    asks: [
      happenedOn(
        "Revoked on",
        "PhysioNet erases the day of credentialing when it revokes; here it stays.",
      ),
      why("What PhysioNet wrote."),
    ],
    effect: "end",
    tone: "danger",
    source,
  }),
];

/** The credential: one application after another, of which one may be open at a time. */
export const CREDENTIAL: QualificationType = {
  id: "physionet_credential",
  name: "PhysioNet credential",
  holder: "person",
  lifecycle: {
    id: "physionet-credential",
    name: "PhysioNet credentialing",
    initial: "to_apply",
    steps: CREDENTIAL_STEPS,
    moves: [
      move({
        id: "apply",
        label: "Application sent",
        from: ["to_apply"],
        to: "pending",
        by: "holder",
        asks: [happenedOn("Sent on")],
        tone: "primary",
        source: SOURCES.credentialForm,
      }),
      move({
        id: "already_accepted",
        label: "Already credentialed",
        from: ["to_apply"],
        to: "accepted",
        by: "holder",
        asks: [
          happenedOn(
            "Credentialed on",
            "In the person's PhysioNet settings, under Credentialing. PhysioNet erases this day when a credential is revoked; here it stays.",
          ),
        ],
        source,
      }),
      ...REVIEW,
      ...DECISIONS,
    ],
  },
  clocks: [],
  chases: [
    {
      step: "reference_response",
      kind: "physionet_reference_reminder",
      afterDays: 15,
      what: "Ask the reference to answer PhysioNet's mail: it holds a link, and may lie in the spam folder.",
      why: "PhysioNet reminds the reference after 15 days; ask before that.",
      source: SOURCES.settings,
    },
    {
      step: "reference_response",
      kind: "physionet_reference_answer",
      afterDays: 30,
      what: "Have the reference answer now, or withdraw and name another one.",
      why: "PhysioNet may reject the application after 30 days without an answer, where that is switched on, which is not confirmed.",
      source: SOURCES.settings,
    },
  ],
  fields: [
    {
      id: "referenceName",
      label: "Reference",
      kind: "text",
      required: false,
      maxLength: 202,
      guidance: "Whom PhysioNet asks, and whom you remind; never the applicant.",
      source: SOURCES.credentialForm,
    },
    {
      id: "referenceEmail",
      label: "E-mail address of the reference",
      kind: "email",
      required: false,
      guidance: "An address of the organisation; PhysioNet refuses free mail services.",
      source: SOURCES.validators,
    },
  ],
  checkAnswers: referenceProblems,
  proof: "PhysioNet's message that the person is credentialed",
  oneAtATime: true,
  minutes: 30,
  guidance:
    "Every person applies alone, with a reference who is not the applicant: for students and postdocs the supervisor. A second application is refused while one is open. One credential serves all credentialed projects and has no end.",
  url: "https://physionet.org/settings/credentialing/",
  neverWaived: true,
  source,
};
