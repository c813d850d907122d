import type { Archive } from "../archive";
import { agreementOf } from "./agreement";
import { AMENDMENTS } from "./amendment";
import { checkAnswers } from "./checks";
import { CLOSE_OUT } from "./close-out";
import { DEPARTURE } from "./departure";
import { DUTY_KINDS } from "./duties";
import { sectionsOf } from "./form";
import { gatesOf } from "./gates";
import { IDENTITIES } from "./identities";
import { INCIDENTS } from "./incident";
import { LIFECYCLES, lifecycleOf } from "./lifecycle";
import { NUDGES } from "./nudge";
import { QUALIFICATIONS } from "./qualifications";
import { renewalOf } from "./renewal";
import { RULES } from "./rules";
import { IMPORTS } from "./status-import";
import { termsOf } from "./terms";
import { VERSIONS } from "./version";

/** PhysioNet: access is personal, and belongs to one version of a project. */
export const PHYSIONET: Archive = {
  code: "physionet",
  name: "PhysioNet",
  portalUrl: "https://physionet.org/settings/credentialing/",
  words: {
    request: "request",
    item: "access of one person",
    agreement: "Data Use Agreement",
    unit: "project version",
  },
  itemPerPerson: true,
  numbers: { request: null, item: null },
  lifecycles: LIFECYCLES,
  lifecycleOf,
  // Versions of one project stand together; a unit's code is `<slug>/<version>`.
  sharesRequest: (a, b) => slugOf(a.code) === slugOf(b.code),
  sections: sectionsOf,
  checkAnswers,
  terms: termsOf,
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
  renewal: renewalOf,
  incident: INCIDENTS,
  amendments: AMENDMENTS,
  versions: VERSIONS,
  closeOut: () => CLOSE_OUT,
};

function slugOf(code: string): string {
  return code.split("/")[0] ?? code;
}
