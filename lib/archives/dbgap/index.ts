import type { Archive } from "../archive";
import { agreementOf } from "./agreement";
import { AMENDMENTS } from "./amendment";
import { checkAnswers } from "./checks";
import { CLOSE_OUT } from "./close-out";
import { DEPARTURE } from "./departure";
import { DUTY_KINDS } from "./duties";
import { SECTIONS } from "./form";
import { gatesOf } from "./gates";
import { IDENTITIES } from "./identities";
import { INCIDENTS } from "./incident";
import { PROJECT } from "./lifecycle";
import { DAR_NUMBER, PROJECT_NUMBER } from "./moves";
import { NUDGES } from "./nudge";
import { POLICIES } from "./policies";
import { QUALIFICATIONS } from "./qualifications";
import { RENEWAL_RULES } from "./renewal";
import { RULES } from "./rules";
import { IMPORTS } from "./status-import";
import { PROJECT_TERMS } from "./terms";
import { VERSIONS } from "./version";

/** The Database of Genotypes and Phenotypes of the NIH. */
export const DBGAP: Archive = {
  code: "dbgap",
  name: "dbGaP",
  portalUrl: "https://dbgap.ncbi.nlm.nih.gov/",
  words: {
    request: "project",
    item: "data access request",
    agreement: "Data Use Certification",
    unit: "consent group",
  },
  itemPerPerson: false,
  numbers: { request: PROJECT_NUMBER, item: DAR_NUMBER },
  lifecycles: [PROJECT],
  lifecycleOf: () => PROJECT.id,
  // One project may hold data sets of several committees; each decides for its own.
  sharesRequest: () => true,
  sections: () => SECTIONS,
  checkAnswers,
  terms: () => PROJECT_TERMS,
  identities: IDENTITIES,
  qualifications: QUALIFICATIONS,
  rules: RULES,
  policies: POLICIES,
  gates: gatesOf,
  agreementOf,
  departure: DEPARTURE,
  dutyKinds: DUTY_KINDS,
  nudges: NUDGES,
  imports: IMPORTS,
  renewal: () => RENEWAL_RULES,
  incident: INCIDENTS,
  amendments: AMENDMENTS,
  versions: VERSIONS,
  closeOut: () => CLOSE_OUT,
};
