import type { VersionRules } from "../version";
import { readEgaIdentifiers } from "./identifiers";
import { SOURCES } from "./sources";

/**
 * EGA: what changes within a data set keeps its accession and its permission; what is published
 * anew gets an accession of its own, for which the committee gives a permission of its own. The
 * digits say nothing about which of two data sets replaces the other.
 */
export const VERSIONS: VersionRules = {
  compare: (a, b) => (a.code.toUpperCase() === b.code.toUpperCase() ? 0 : null),
  effect: () => ({
    effect: "new_request",
    sentence:
      "A new data set has an accession of its own, and permission is given for each: ask the committee for it. It may add it to the agreement you have.",
    source: SOURCES.accessFaq,
  }),
  read: (typed) => {
    const found = readEgaIdentifiers(typed).find(
      ({ scheme, value }) => scheme === "ega" && value.startsWith("EGAD"),
    );
    return found
      ? { ok: true, code: found.value, version: null }
      : { ok: false, message: "Write the data set's accession: EGAD and eleven digits." };
  },
  example: () => "EGAD00001002886",
};
