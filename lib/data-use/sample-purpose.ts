import { day } from "../dates/day";
import { type Fit, fitOf } from "./fit";
import type { Statements } from "./purpose";
import { termsOfUnit } from "./terms-of-unit";

/** A university's project of health research that meets every condition. */
export const PROJECT: Statements = {
  kinds: ["biomedical"],
  diseases: [],
  notForProfit: "yes",
  commercial: "no",
  ethics: "yes",
  collaboration: "yes",
  publishes: "yes",
  returnsResults: "yes",
  country: "DE",
  institution: "Institute of Tests",
  users: ["Ana Example"],
  until: day("2027-06-30"),
};

/** What is published on the use of a unit. */
export interface Codes {
  consentCode?: string;
  duo?: readonly string[];
}

/** For tests: the project, but for what is said of it, under the codes of a unit. */
export function judge(said: Partial<Statements>, { consentCode = "", duo = [] }: Codes): Fit {
  return fitOf({ ...PROJECT, ...said }, termsOfUnit({ consentCode, duo }));
}
