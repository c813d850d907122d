import type { Section } from "../form";
import { SOURCES } from "./sources";

/** How the data will be kept. */
export const SECURITY: Section = {
  id: "security",
  title: "Security",
  scope: "request",
  fields: [
    {
      id: "securityAppendix",
      label: "Security appendix",
      kind: "textarea",
      topic: "security_measures",
      required: true,
      maxLength: 10_000,
      guidance:
        "Where the data will lie, who can reach them and how, encryption, backups, and how they will be destroyed. The template lets the committee ask for the documents behind this text at any time.",
      source: SOURCES.template,
    },
    {
      id: "transfer",
      label: "Will the data leave the country of the institution?",
      kind: "select",
      required: true,
      options: [
        { value: "no", label: "No" },
        { value: "yes", label: "Yes, also in a cloud or at a partner" },
      ],
      guidance:
        "Committees in Europe may ask for contract clauses on the transfer of personal data.",
      source: SOURCES.extraPapers,
    },
    {
      id: "transferDetails",
      label: "Countries, and the legal basis of the transfer",
      kind: "textarea",
      required: true,
      maxLength: 3_000,
      when: { field: "transfer", in: ["yes"] },
      guidance: "Your data protection officer knows the clauses that apply.",
      source: SOURCES.extraPapers,
    },
  ],
};

/** What will be signed. */
export const AGREEMENT: Section = {
  id: "agreement",
  title: "Agreement and papers",
  scope: "request",
  fields: [
    {
      id: "extraPapers",
      label: "Papers that this committee asks for on top",
      kind: "multiselect",
      aboutData: true,
      required: false,
      options: [
        { value: "synopsis", label: "Synopsis of the project" },
        { value: "ethics", label: "Ethics approval" },
        { value: "data_protection", label: "Declaration to a data protection authority (CNIL)" },
        { value: "transfer_clauses", label: "Contract clauses for a transfer of data" },
        { value: "confidentiality", label: "Confidentiality form" },
        { value: "cv", label: "Curriculum vitae of the applicant" },
        { value: "other", label: "Something else" },
      ],
      guidance:
        "Each committee has its own list. Upload the papers to the request as you get them.",
      source: SOURCES.extraPapers,
    },
    {
      id: "otherPapers",
      label: "Which other papers",
      kind: "textarea",
      aboutData: true,
      required: true,
      maxLength: 1_000,
      when: { field: "extraPapers", in: ["other"] },
      guidance: "As the committee's own form names them.",
    },
    {
      id: "governingLaw",
      label: "Governing law of the agreement",
      kind: "text",
      aboutData: true,
      required: false,
      maxLength: 100,
      guidance:
        "English law in EGA's template; committees change it. Legal offices stop at this line first, so look at it before they do.",
      source: SOURCES.template,
    },
    {
      id: "agreementEnds",
      label: "Last day of the agreement",
      kind: "date",
      aboutData: true,
      required: false,
      guidance:
        "If the committee's text gives a term. The template gives none; then leave this empty.",
      source: SOURCES.template,
    },
    {
      id: "termsRead",
      label: "The applicant has read the data access agreement",
      kind: "checkbox",
      required: true,
      guidance:
        "The present text of this committee, with its date: only the agreed purpose, only the named people, notice of changes and breaches, destruction at the end.",
      source: SOURCES.template,
    },
  ],
};
