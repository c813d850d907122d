import type { Section } from "../form";
import { AGREEMENT, ETHICS, SURROUNDINGS } from "./form-conditions";
import { SOURCES } from "./sources";

const PROJECT: Section = {
  id: "project",
  title: "The research",
  scope: "request",
  intro:
    "One project holds one research aim. More data sets for the same aim are added to it later; another aim needs a project of its own.",
  fields: [
    {
      id: "projectTitle",
      label: "Project title",
      kind: "text",
      topic: "project_title",
      required: true,
      maxLength: 200,
      guidance:
        "Name the research aim, not the data set. Once the project is approved the title is public, together with the PI, the institution and the summary.",
      source: SOURCES.requestFaq,
    },
    {
      id: "researchUse",
      label: "Research use statement",
      kind: "textarea",
      topic: "project_summary",
      required: true,
      maxLength: 10_000,
      guidance:
        "Say what you want to find out, how you will analyse the data, and for each consent group how this fits its data use limitation. Projects come back when a disease-only group is asked for with general aims, or when data sets are to be combined and the text does not say so. The 10 000 characters are our limit; what dbGaP's own page takes is not confirmed, so keep it to a page.",
      source: SOURCES.requesting,
    },
    {
      id: "publicSummary",
      label: "Non-technical summary",
      kind: "textarea",
      topic: "lay_summary",
      required: true,
      maxLength: 5_000,
      guidance:
        "The same aim for a reader without training, since dbGaP publishes this text. It comes back when it is a copy of the research use statement. The 5 000 characters are our limit; dbGaP's own is not confirmed.",
      source: SOURCES.requestFaq,
    },
    {
      id: "otherData",
      label: "Data sets to be combined with these",
      kind: "textarea",
      required: false,
      maxLength: 2_000,
      guidance:
        "Name other data that you will link or pool with these, and where they come from. Combining that was not described is one of the violations that NIH counts.",
      source: SOURCES.requesting,
    },
  ],
};

const PEOPLE: Section = {
  id: "people",
  title: "People",
  scope: "request",
  fields: [
    {
      id: "pi",
      label: "Principal investigator",
      kind: "person",
      required: true,
      function: "pi",
      guidance:
        "A permanent employee at the level of a tenure-track professor, or a senior scientist with oversight. Students, postdocs and laboratory staff cannot submit; they may work on the data under the PI. The PI needs an eRA Commons account and enters the project at dbGaP in person.",
      source: SOURCES.minimumCredentials,
    },
    {
      id: "signingOfficial",
      label: "Signing official",
      kind: "person",
      required: true,
      function: "signing_official",
      guidance:
        "The officer with the signing official role in eRA Commons who approves each submission and later confirms destruction. Ask your research office whom to choose: a wrong choice leaves the project waiting unseen. It cannot be the PI.",
      source: SOURCES.signingOfficial,
    },
    {
      id: "itDirector",
      label: "IT director",
      kind: "person",
      required: true,
      function: "it_director",
      guidance:
        "A senior person with authority over the institution's IT security, who vouches for the place where the data will lie. The laboratory's own administrator is usually sent back.",
      source: SOURCES.signingOfficial,
    },
    {
      id: "internalCollaborators",
      label: "Internal collaborators",
      kind: "people",
      required: false,
      function: "internal_collaborator",
      guidance:
        "Independent investigators of the same institution, named on the project at dbGaP. Whoever works under the PI belongs below; whoever works elsewhere is an external collaborator.",
      source: SOURCES.collaboratorFaq,
    },
    {
      id: "externalCollaborators",
      label: "External collaborators",
      kind: "people",
      required: false,
      function: "external_collaborator",
      guidance:
        "Investigators of other institutions. Naming them gives them no access: each needs an approved request of their own institution under a matching project; record it on the person's page, without it Gatebook shows no access. Somebody from outside listed as internal is a common reason to be sent back.",
      source: SOURCES.certification,
    },
    {
      id: "supervisedPeople",
      label: "Trainees and staff under the PI",
      kind: "people",
      required: false,
      function: "supervised",
      guidance:
        "Kept here to know who has access; in the past they were not named at dbGaP. Whether NIH's standards of 2025 and 2026 change that is not confirmed, so check dbGaP's page when you file, and set it in the rules.",
      source: SOURCES.collaboratorFaq,
    },
    {
      id: "downloaders",
      label: "Downloaders",
      kind: "people",
      required: false,
      function: "downloader",
      guidance:
        "Whom the PI lets download after the approval. Each needs an eRA Commons account and must have logged in to dbGaP once before the PI can choose them there.",
      source: SOURCES.downloaders,
    },
  ],
};

/** The questions of a project request, in the order in which a team answers them best. */
export const SECTIONS: readonly Section[] = [PROJECT, PEOPLE, SURROUNDINGS, ETHICS, AGREEMENT];
