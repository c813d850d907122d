import { COUNTRIES } from "../countries";
import type { Section } from "../form";
import { SOURCES } from "./sources";

/** The application for the credential counts only for a person who has none yet. */
const NOT_YET = { field: "credentialed", in: ["no"] } as const;
const source = SOURCES.credentialForm;

/** Who the applicant is, as on PhysioNet's form. */
export const PERSON: Section = {
  id: "person",
  title: "Credentialing: the person",
  scope: "item",
  intro:
    "An incomplete application is rejected, not returned, so fill in all of it before sending it.",
  fields: [
    {
      id: "firstNames",
      label: "First names",
      kind: "text",
      required: true,
      maxLength: 100,
      when: NOT_YET,
      guidance:
        "As in the PhysioNet profile, which the form copies. It must be the name on the CITI report.",
      source,
    },
    {
      id: "lastName",
      label: "Last name",
      kind: "text",
      required: true,
      maxLength: 50,
      when: NOT_YET,
      guidance: "As in the PhysioNet profile.",
      source,
    },
    {
      id: "suffix",
      label: "Suffix",
      kind: "text",
      required: false,
      maxLength: 60,
      when: NOT_YET,
      guidance: "Such as Jr. or PhD; mostly empty.",
      source,
    },
    {
      id: "researcherCategory",
      label: "Researcher category",
      kind: "select",
      required: true,
      options: [
        { value: "student", label: "Student" },
        { value: "graduate_student", label: "Graduate student" },
        { value: "postdoc", label: "Postdoc" },
        { value: "academic", label: "Academic researcher" },
        { value: "hospital", label: "Hospital researcher" },
        { value: "industry", label: "Industry researcher" },
        { value: "government", label: "Government researcher" },
        { value: "independent", label: "Independent researcher" },
      ],
      when: NOT_YET,
      guidance: "Students, graduate students and postdocs must name their supervisor as reference.",
      source,
    },
    {
      id: "organization",
      label: "Organisation",
      kind: "text",
      required: true,
      maxLength: 200,
      when: NOT_YET,
      guidance: "In full. An independent researcher writes None.",
      source,
    },
    {
      id: "jobTitle",
      label: "Job title",
      kind: "text",
      required: true,
      maxLength: 60,
      when: NOT_YET,
      guidance: "The position at the organisation; for a student, the course of study.",
      source,
    },
    {
      id: "city",
      label: "City",
      kind: "text",
      required: true,
      maxLength: 100,
      when: NOT_YET,
      guidance: "Of the organisation.",
      source,
    },
    {
      id: "country",
      label: "Country",
      kind: "select",
      required: true,
      options: COUNTRIES,
      when: NOT_YET,
      guidance: "Of the organisation.",
      source,
    },
    {
      id: "state",
      label: "State or province",
      kind: "text",
      required: true,
      maxLength: 100,
      when: { field: "country", in: ["US", "CA"] },
      guidance: "PhysioNet asks for it in the United States and in Canada.",
      source,
    },
    {
      id: "zip",
      label: "Postal code",
      kind: "text",
      required: true,
      maxLength: 60,
      when: NOT_YET,
      guidance: "Where there is none, a hyphen passes PhysioNet's check.",
      source: SOURCES.validators,
    },
    {
      id: "webpage",
      label: "Web page",
      kind: "url",
      required: false,
      when: NOT_YET,
      guidance:
        "A page of the organisation that shows this person. It is the third sign that reviewers look for, and the easiest to give.",
      source: SOURCES.credentialing,
    },
  ],
};

/** What the applicant wants to do. */
export const RESEARCH: Section = {
  id: "research",
  title: "Credentialing: the research",
  scope: "item",
  fields: [
    {
      id: "courseCategory",
      label: "Is this for a course?",
      kind: "select",
      required: false,
      options: [
        { value: "no", label: "Not for a course" },
        { value: "yes", label: "This person takes a course that uses the data" },
      ],
      when: NOT_YET,
      guidance: "Only if the data are part of a course.",
      source,
    },
    {
      id: "courseInfo",
      label: "Which course",
      kind: "text",
      required: true,
      maxLength: 100,
      when: { field: "courseCategory", in: ["yes"] },
      guidance: "Its name or number, and who teaches it.",
      source,
    },
    {
      id: "projectOfInterest",
      label: "Project of interest",
      kind: "text",
      required: false,
      maxLength: 200,
      when: NOT_YET,
      guidance: "A credentialed project that the person wants to use. The credential opens all.",
      source,
    },
    {
      id: "researchSummary",
      label: "Research summary",
      kind: "textarea",
      required: true,
      maxLength: 1_000,
      minWords: 20,
      when: NOT_YET,
      guidance:
        "What the person will do with the data: at least 20 words, at most 1 000 characters. PhysioNet's check begins with a plain letter and refuses some signs, such as long dashes and curly quotes.",
      source: SOURCES.validators,
    },
  ],
};

/** Who vouches for the applicant. */
export const REFERENCE: Section = {
  id: "reference",
  title: "Credentialing: the reference",
  scope: "item",
  intro:
    "PhysioNet sends the reference one link. Ask the person first, and have a second one in mind: no answer stalls the application, and a no rejects it.",
  fields: [
    {
      id: "referenceCategory",
      label: "The reference is the applicant's",
      kind: "select",
      required: true,
      options: [
        { value: "supervisor", label: "Supervisor" },
        { value: "colleague", label: "Colleague" },
        { value: "coauthor", label: "Co-author" },
        { value: "other", label: "Other" },
      ],
      when: NOT_YET,
      guidance: "For students and postdocs PhysioNet takes the supervisor only.",
      source,
    },
    {
      id: "referenceName",
      label: "Name of the reference",
      kind: "text",
      required: true,
      maxLength: 202,
      when: NOT_YET,
      guidance: "Somebody other than the applicant.",
      source,
    },
    {
      id: "referenceEmail",
      label: "E-mail address of the reference",
      kind: "email",
      required: true,
      when: NOT_YET,
      guidance:
        "An address of the organisation. PhysioNet refuses free mail: Gmail, Yahoo, Outlook, QQ, 163, 126, Foxmail.",
      source: SOURCES.validators,
    },
    {
      id: "referenceOrganization",
      label: "Organisation of the reference",
      kind: "text",
      required: true,
      maxLength: 200,
      when: NOT_YET,
      guidance: "In full.",
      source,
    },
    {
      id: "referenceTitle",
      label: "Title of the reference",
      kind: "text",
      required: true,
      maxLength: 60,
      when: NOT_YET,
      guidance: "Such as Professor or Head of Department.",
      source,
    },
    {
      id: "referenceAsked",
      label: "The reference has been asked and agreed",
      kind: "checkbox",
      required: false,
      when: NOT_YET,
      guidance:
        "Not on PhysioNet's form, and the best way to a quick answer. Tell the reference to look in the spam folder too.",
      source: SOURCES.waiting,
    },
  ],
};
