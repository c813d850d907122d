import type { Section } from "../form";
import { PERSON, REFERENCE, RESEARCH } from "./form-credential";
import { SOURCES } from "./sources";

const STANDING: Section = {
  id: "standing",
  title: "Where this person stands",
  scope: "item",
  intro: "Answered for each person: at PhysioNet everybody has an access of their own.",
  fields: [
    {
      id: "username",
      label: "PhysioNet username",
      kind: "text",
      required: false,
      maxLength: 50,
      guidance:
        "4 to 50 letters, digits and hyphens, as in the person's PhysioNet settings. The name in that profile must equal the name on the CITI report.",
      source: SOURCES.validators,
    },
    {
      id: "orcid",
      label: "ORCID iD",
      kind: "text",
      required: false,
      maxLength: 40,
      guidance:
        "Linked in the person's PhysioNet profile. Reviewers rate an application by two signs, an institutional address and an ORCID iD: with both it goes smoothly.",
      source: SOURCES.credentialing,
    },
    {
      id: "credentialed",
      label: "Is this person credentialed at PhysioNet?",
      kind: "select",
      required: true,
      options: [
        { value: "no", label: "Not yet" },
        { value: "yes", label: "Yes" },
      ],
      guidance:
        "Shown in the person's PhysioNet settings under Credentialing. One credential serves all credentialed projects and has no end; without it the application below must be filled in.",
      source: SOURCES.credentialing,
    },
    {
      id: "trained",
      label: "Is the CITI training accepted at PhysioNet?",
      kind: "select",
      required: true,
      options: [
        { value: "no", label: "Not yet" },
        { value: "sent", label: "Report uploaded, in review" },
        { value: "yes", label: "Yes" },
      ],
      guidance:
        "The course is “Data or Specimens Only Research”, taken as an affiliate of Massachusetts Institute of Technology Affiliates. What comes back most often: the certificate instead of the completion report, a missing privacy module, a name unlike the profile's, a file over 1 MB.",
      source: SOURCES.course,
    },
    {
      id: "reportEnds",
      label: "CITI report ends on",
      kind: "date",
      required: false,
      when: { field: "trained", in: ["sent", "yes"] },
      guidance:
        "Printed on the report. PhysioNet counts from its own approval and may count nothing at all, so this day is for planning.",
      source: SOURCES.trainingLength,
    },
  ],
};

const SIGNATURE: Section = {
  id: "signature",
  title: "Agreement",
  scope: "item",
  fields: [
    {
      id: "agreementRead",
      label: "This person has read the agreement of this version",
      kind: "checkbox",
      required: true,
      guidance:
        "No attempt to identify anybody, no sharing of the access with anyone (not with the same laboratory either), suspected identifying information reported to PhysioNet at once. One signature is one person and one version.",
      source: SOURCES.agreement,
    },
  ],
};

const REQUEST: Section = {
  id: "use",
  title: "Use of the data",
  scope: "request",
  intro:
    "The authors of the data read this text. Each person sends it from an account of their own.",
  fields: [
    {
      id: "dataUseTitle",
      label: "Title of the project",
      kind: "text",
      topic: "project_title",
      required: true,
      maxLength: 200,
      guidance: "What you will work on, in one line. PhysioNet takes 200 characters.",
      source: SOURCES.requests,
    },
    {
      id: "dataUsePurpose",
      label: "Purpose",
      kind: "textarea",
      topic: "project_summary",
      required: true,
      maxLength: 10_000,
      guidance:
        "Question, method, who will work with the data, and what will be published. A rejection must name a reason, and it is mostly a purpose too vague to judge. PhysioNet takes 10 000 characters. Some projects ask for more, such as a proof of good clinical practice training: read the project's page.",
      source: SOURCES.requests,
    },
  ],
};

const REQUESTER: Section = {
  id: "requester",
  title: "The person who asks",
  scope: "item",
  fields: [
    {
      id: "gatesPassed",
      label: "This person is credentialed and the required training is accepted",
      kind: "checkbox",
      required: true,
      guidance:
        "PhysioNet shows the request form only to credentialed people whose training is valid. If one of them is missing, do that first.",
      source: SOURCES.gates,
    },
    {
      id: "termsAccepted",
      label: "This person accepts the agreement on the request form",
      kind: "checkbox",
      required: true,
      guidance:
        "There is no separate signature: the box on the form is the agreement. PhysioNet does not keep the tick, so note the text's version in the history here.",
      source: SOURCES.requests,
    },
  ],
};

const FORMS: Readonly<Record<string, readonly Section[]>> = {
  "physionet-restricted": [SIGNATURE],
  "physionet-credentialed": [STANDING, PERSON, RESEARCH, REFERENCE, SIGNATURE],
  "physionet-contributor": [REQUEST, REQUESTER],
};

/** The questions of a lifecycle; a Restricted version asks for no more than its agreement. */
export function sectionsOf(lifecycle: string): readonly Section[] {
  return FORMS[lifecycle] ?? [];
}
