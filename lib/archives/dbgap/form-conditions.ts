import type { Section } from "../form";
import { SOURCES } from "./sources";

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

/** Where the data will lie. */
export const SURROUNDINGS: Section = {
  id: "surroundings",
  title: "Where the data will lie",
  scope: "request",
  fields: [
    {
      id: "storage",
      label: "Storage and computing",
      kind: "textarea",
      topic: "security_measures",
      required: true,
      maxLength: 3_000,
      guidance:
        "Name the systems on which the data will be stored and analysed, and who runs them. The IT director must recognise them.",
      source: SOURCES.certification,
    },
    {
      id: "securityAttested",
      label:
        "This environment meets NIST SP 800-171, own or third party, and the IT director agrees",
      kind: "checkbox",
      required: true,
      guidance:
        "Binding for each agreement made or renewed since 25 January 2025. Institutions often want a written security plan first; start it before anything else, it is the slowest part.",
      source: SOURCES.security,
    },
    {
      id: "cloudUse",
      label: "Will the data be stored or computed on in a cloud?",
      kind: "select",
      required: true,
      options: YES_NO,
      guidance:
        "Also yes for platforms such as Terra, Seven Bridges or AnVIL. Cloud use that was not declared is a reason to be sent back.",
      source: SOURCES.requesting,
    },
    {
      id: "cloudStatement",
      label: "Cloud use statement",
      kind: "textarea",
      required: true,
      maxLength: 3_000,
      when: { field: "cloudUse", in: ["yes"] },
      guidance:
        "Name provider and service, what will be stored and run there, and how access is kept to the people of this project. The institution stays responsible, not the provider.",
      source: SOURCES.certification,
    },
    {
      id: "countriesChecked",
      label: "Nobody will reach the data from a country of concern",
      kind: "checkbox",
      required: true,
      guidance:
        "Since 4 April 2025 NIH bars access from China with Hong Kong and Macau, Russia, Iran, North Korea, Cuba and Venezuela. Think of visiting members and of work while travelling.",
      source: SOURCES.countries,
    },
  ],
};

/** What the consent codes ask on top. */
export const ETHICS: Section = {
  id: "ethics",
  title: "What the consent codes ask",
  scope: "request",
  intro:
    "Read each consent code part by part: HMB-IRB-MDS asks for an ethics letter (IRB) although it is otherwise broad.",
  fields: [
    {
      id: "irbAsked",
      label: "Does one of the consent codes hold IRB?",
      kind: "select",
      aboutData: true,
      required: true,
      options: YES_NO,
      guidance:
        "IRB means that the committee wants to see your local ethics committee's approval. Its absence is a common reason to be sent back. If our catalogue does not know the code, look at the study's page.",
      source: SOURCES.consentCodes,
    },
    {
      id: "irbLetter",
      label: "The ethics approval letter is at hand and names this project",
      kind: "checkbox",
      required: true,
      when: { field: "irbAsked", in: ["yes"] },
      guidance:
        "The letter must fit this project and PI. Upload it to the request, so that it is there for the renewal too.",
      source: SOURCES.consentCodes,
    },
    {
      id: "irbExpires",
      label: "Ethics approval ends on",
      kind: "date",
      aboutData: true,
      required: true,
      when: { field: "irbAsked", in: ["yes"] },
      guidance:
        "As printed on the letter. If it has no end, enter the day on which your ethics committee wants to hear from you next.",
      source: SOURCES.certification,
    },
    {
      id: "collaborationAsked",
      label: "Does one of the consent codes hold COL?",
      kind: "select",
      aboutData: true,
      required: true,
      options: YES_NO,
      guidance: "COL means that you must work together with the investigators who gave the data.",
      source: SOURCES.consentCodes,
    },
    {
      id: "collaborationLetter",
      label: "The letter of collaboration is at hand",
      kind: "checkbox",
      required: true,
      when: { field: "collaborationAsked", in: ["yes"] },
      guidance:
        "Written and signed by the study's primary investigator. Ask early; it is the part that depends on somebody else's goodwill.",
      source: SOURCES.consentCodes,
    },
    {
      id: "notForProfitAsked",
      label: "Does one of the consent codes hold NPU?",
      kind: "select",
      aboutData: true,
      required: true,
      options: YES_NO,
      guidance: "NPU means use by not-for-profit organisations only.",
      source: SOURCES.consentCodes,
    },
    {
      id: "notForProfit",
      label: "The institution and its use of the data are not for profit",
      kind: "checkbox",
      required: true,
      when: { field: "notForProfitAsked", in: ["yes"] },
      guidance: "A commercial partner in the project is enough to be sent back here.",
      source: SOURCES.consentCodes,
    },
  ],
};

/** What the PI and the institution accept. */
export const AGREEMENT: Section = {
  id: "agreement",
  title: "Agreement",
  scope: "request",
  fields: [
    {
      id: "certificationAccepted",
      label: "The PI has read and accepts the Data Use Certification with each addendum",
      kind: "checkbox",
      required: true,
      guidance:
        "The agreement is the institution's: the signing official accepts it too. Each data set adds an addendum with its own limits and acknowledgement text. Keep the version you accepted; later rules bind by its date.",
      source: SOURCES.certification,
    },
    {
      id: "conductAccepted",
      label: "Everybody named has read the code of conduct",
      kind: "checkbox",
      required: true,
      guidance:
        "No attempt to identify participants, no sharing outside the project, incidents reported within 24 hours (the present wording of that duty is not confirmed). Data do not go into public AI tools, and generative models trained on them may be neither shared nor kept after close-out.",
      source: `${SOURCES.requesting} and ${SOURCES.models}`,
    },
  ],
};
