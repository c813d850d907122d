import type { Section } from "../form";
import { AGREEMENT, SECURITY } from "./form-agreement";
import { SOURCES } from "./sources";

const COMMITTEE: Section = {
  id: "committee",
  title: "The committee",
  scope: "request",
  intro:
    "EGA stores the data and decides nothing. The committee named on the data set's page does.",
  fields: [
    {
      id: "dacName",
      label: "Data access committee",
      kind: "text",
      aboutData: true,
      required: true,
      maxLength: 200,
      guidance:
        "As on the data set's page at EGA, under its policy; with the EGAC number if it is shown.",
      source: SOURCES.metadata,
    },
    {
      id: "dacContact",
      label: "E-mail address of the committee",
      kind: "email",
      aboutData: true,
      required: true,
      guidance:
        "A contact may be years old. If nobody answers for a month, ask EGA's help desk for the present one.",
      source: SOURCES.accessFaq,
    },
    {
      id: "dataSets",
      label: "Data sets and why each is needed",
      kind: "textarea",
      aboutData: true,
      required: true,
      maxLength: 5_000,
      guidance:
        "List each EGAD number with a line of reason. Access is given per data set: what the agreement does not name is not opened. A study number that begins with phs belongs to dbGaP; applying here does nothing.",
      source: SOURCES.template,
    },
  ],
};

const PROJECT: Section = {
  id: "project",
  title: "The research",
  scope: "request",
  fields: [
    {
      id: "projectTitle",
      label: "Project title",
      kind: "text",
      topic: "project_title",
      required: true,
      maxLength: 200,
      guidance: "The title that the agreement's appendix will carry.",
      source: SOURCES.template,
    },
    {
      id: "projectText",
      label: "Project description",
      kind: "textarea",
      topic: "project_summary",
      required: true,
      maxLength: 10_000,
      guidance:
        "Question, methods, what the data are needed for, and for how long. This text becomes part of the agreement: the data may be used for it and for nothing else, and a significant change must be announced beforehand. Committees send back general aims.",
      source: SOURCES.template,
    },
    {
      id: "embargo",
      label: "Publication embargo until",
      kind: "date",
      aboutData: true,
      required: false,
      guidance:
        "If the producers of the data keep a moratorium on publication, its last day. Leave it empty if none is known.",
      source: SOURCES.template,
    },
    {
      id: "acknowledgement",
      label: "Acknowledgement text asked for",
      kind: "textarea",
      aboutData: true,
      required: false,
      maxLength: 2_000,
      guidance: "Copied from the agreement, so that it is at hand when a paper is written.",
      source: SOURCES.template,
    },
  ],
};

const PEOPLE: Section = {
  id: "people",
  title: "People",
  scope: "request",
  fields: [
    {
      id: "applicant",
      label: "Applicant",
      kind: "person",
      required: true,
      function: "applicant",
      guidance:
        "The researcher who answers for the use of the data; the template calls this person the User. An address of the institution avoids questions.",
      source: SOURCES.template,
    },
    {
      id: "namedPeople",
      label: "Authorised personnel",
      kind: "people",
      required: false,
      function: "authorised_personnel",
      guidance:
        "Everybody of the institution who will touch the data, each with an own EGA account. The template asks you to tell the committee within 30 days when somebody joins or leaves.",
      source: SOURCES.template,
    },
    {
      id: "legalRepresentative",
      label: "Legal representative",
      kind: "person",
      required: true,
      function: "legal_representative",
      guidance:
        "Who may sign contracts for the institution, often in the legal or research office. A signature by the head of a group is a common reason to be sent back.",
      source: SOURCES.template,
    },
    {
      id: "otherInstitutions",
      label: "Partners at other institutions",
      kind: "textarea",
      required: false,
      maxLength: 2_000,
      guidance:
        "They apply for themselves; this agreement does not cover them. Name them so that the committee can read the applications together.",
      source: SOURCES.template,
    },
  ],
};

/** The questions of an application; each committee's own form may ask more. */
export const SECTIONS: readonly Section[] = [COMMITTEE, PROJECT, PEOPLE, SECURITY, AGREEMENT];
