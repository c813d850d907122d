import type { QualificationType } from "../qualification";
import { happenedOn, lastDay, qualificationMove as move, why } from "../qualification-moves";
import { SOURCES } from "./sources";

const source = SOURCES.identityProof;
const ENDS = lastDay(
  "To be proven again after",
  "Only if the service or the site names a day; none is published for dbGaP.",
);

/** Proof of identity at level IAL2 by one of the two services that NIH takes. */
export const IDENTITY_PROOF: QualificationType = {
  id: "identity_proof",
  name: "Identity proof (IAL2)",
  holder: "person",
  lifecycle: {
    id: "dbgap-identity-proof",
    name: "Identity proof",
    initial: "to_do",
    steps: [
      {
        id: "to_do",
        label: "To be proven",
        status: "draft",
        waitingOn: "holder",
        sentence:
          "The person proves the identity at Login.gov or ID.me and links it to the eRA Commons account.",
        editable: true,
        source,
      },
      {
        id: "being_checked",
        label: "Being checked",
        status: "in_review",
        waitingOn: "help_desk",
        sentence: "The service checks the papers; it may ask for a call or a visit.",
        source,
      },
      {
        id: "proven",
        label: "Proven",
        status: "approved",
        waitingOn: "nobody",
        sentence: "The identity is proven and linked to the eRA Commons account.",
        source,
      },
      {
        id: "refused",
        label: "Not proven",
        status: "rejected",
        waitingOn: "nobody",
        sentence: "The service could not prove the identity; the person may try the other one.",
        source,
      },
      {
        id: "ended",
        label: "Ended",
        status: "closed",
        waitingOn: "nobody",
        sentence: "The account at the service was closed or is linked no longer.",
        source,
      },
    ],
    moves: [
      move({
        id: "prove",
        label: "Identity proven",
        from: ["to_do", "being_checked"],
        to: "proven",
        by: "holder",
        asks: [happenedOn("Proven on"), ENDS],
        tone: "primary",
        source,
      }),
      move({
        id: "check",
        label: "Papers sent to the service",
        from: ["to_do"],
        to: "being_checked",
        by: "holder",
        asks: [happenedOn("Sent on")],
        source,
      }),
      move({
        id: "refuse",
        label: "Could not be proven",
        from: ["being_checked"],
        to: "refused",
        by: "help_desk",
        asks: [happenedOn("Refused on"), why("What the service said.")],
        tone: "danger",
        source,
      }),
      move({
        id: "end",
        label: "Linked no longer",
        from: ["proven"],
        to: "ended",
        by: "holder",
        asks: [happenedOn("Ended on")],
        effect: "end",
        tone: "danger",
        source,
      }),
    ],
  },
  clocks: [
    {
      id: "service",
      label: "the day to prove it again",
      end: "endsOn",
      duty: {
        kind: "dbgap_identity_again",
        what: "Prove the identity again at Login.gov or ID.me, and link it to the eRA Commons account.",
      },
    },
  ],
  fields: [
    {
      id: "service",
      label: "Proven at",
      kind: "select",
      required: false,
      options: [
        { value: "login_gov", label: "Login.gov" },
        { value: "id_me", label: "ID.me" },
      ],
      guidance: "The service whose login opens the archive.",
      source: SOURCES.identityProofDate,
    },
  ],
  proof: "page of the service that shows the identity as verified",
  minutes: 20,
  guidance:
    "NIH's common standards bring proof of identity at level IAL2. A sister archive asks it of PIs, signing officials and downloaders from 1 June 2026; dbGaP's own day is not confirmed and is set in the rules.",
  url: "https://www.login.gov/help/verify-your-identity/overview/",
  source: `${SOURCES.identityProof}; ${SOURCES.identityProofDate}`,
};
