import type { Archive } from "../archive";
import { agreementOf } from "./agreement";
import { AMENDMENTS } from "./amendment";
import { REQUEST_NUMBER } from "./asks";
import { CLOSE_OUT } from "./close-out";
import { DEPARTURE } from "./departure";
import { DUTY_KINDS } from "./duties";
import { SECTIONS } from "./form";
import { gatesOf } from "./gates";
import { IDENTITIES } from "./identities";
import { INCIDENTS } from "./incident";
import { APPLICATION } from "./lifecycle";
import { NUDGES } from "./nudge";
import { QUALIFICATIONS } from "./qualifications";
import { RENEWAL_RULES } from "./renewal";
import { RULES } from "./rules";
import { IMPORTS } from "./status-import";
import { AGREEMENT_TERMS } from "./terms";
import { VERSIONS } from "./version";

/** The European Genome-phenome Archive. */
export const EGA: Archive = {
  code: "ega",
  name: "EGA",
  portalUrl: "https://ega-archive.org/",
  words: {
    request: "application",
    item: "data set request",
    agreement: "data access agreement",
    unit: "data set",
  },
  itemPerPerson: false,
  numbers: { request: REQUEST_NUMBER, item: null },
  lifecycles: [APPLICATION],
  lifecycleOf: () => APPLICATION.id,
  // One agreement is made with one committee. Where no committee is known, none is assumed to be shared.
  sharesRequest: (a, b) => a.code === b.code || (a.dac !== null && a.dac === b.dac),
  sections: () => SECTIONS,
  terms: () => AGREEMENT_TERMS,
  identities: IDENTITIES,
  qualifications: QUALIFICATIONS,
  rules: RULES,
  policies: [],
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
