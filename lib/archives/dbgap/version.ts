import { compareNumbers, type VersionedUnit, type VersionRules } from "../version";
import { SOURCES } from "./sources";

const PARTS = /^(phs\d{6})(?:\.v(\d{1,4})\.p(\d{1,4}))?(?:\.c(\d{1,4}))?$/i;
const VERSION = /^v(\d{1,4})\.p(\d{1,4})$/i;

/**
 * dbGaP: `phs000007.v35.p16.c1`. An approved request is for a consent group of a study, and covers
 * the later versions (`v`) and participant sets (`p`) of that group. The catalogue writes the group
 * as `phs000007.c1` with its version beside it.
 */
export const VERSIONS: VersionRules = {
  compare: (a, b) => {
    const [left, right] = [parse(a), parse(b)];
    if (!left || !right) return null;
    if (left.study !== right.study || left.group !== right.group) return null;
    return compareNumbers(left.version, right.version);
  },
  effect: (older, newer) => {
    const [left, right] = [parse(older), parse(newer)];
    if (left && right && left.study === right.study && left.group === right.group) {
      return {
        effect: "nothing",
        sentence:
          "There is nothing to do: an approved data access request covers later versions of the same consent group.",
        source: SOURCES.versions,
      };
    }
    return {
      effect: "new_request",
      sentence:
        left && right && left.study === right.study
          ? "This is another consent group: it needs a data access request of its own, added by revising the project where the research aim is the same."
          : "This is another study: it needs a data access request of its own, added by revising the project where the research aim is the same.",
      source: `${SOURCES.versions}; ${SOURCES.projectInstructions}`,
    };
  },
  read: (typed, older) => {
    const text = typed.trim().toLowerCase();
    const [, v, p] = VERSION.exec(text) ?? [];
    const known = parse(older);
    if (v && p && known?.group) {
      const version = `v${Number(v)}.p${Number(p)}`;
      return { ok: true, code: `${known.study}.${version}.c${known.group}`, version };
    }
    const found = parse({ code: text, version: null });
    if (!found?.group || found.version.length === 0) {
      return {
        ok: false,
        message: `Write the whole accession with version, participant set and consent group, such as ${EXAMPLE}.`,
      };
    }
    const version = `v${found.version[0]}.p${found.version[1]}`;
    return { ok: true, code: `${found.study}.${version}.c${found.group}`, version };
  },
  example: (older) => {
    const known = parse(older);
    const [v = 0, p = 1] = known?.version ?? [];
    return known?.group ? `${known.study}.v${v + 1}.p${p}.c${known.group}` : EXAMPLE;
  },
};

const EXAMPLE = "phs000007.v36.p17.c1";

/** The study in lower case, `[v, p]` (empty where unknown), and the consent group's number. */
function parse({ code, version }: Pick<VersionedUnit, "code" | "version">) {
  const [, study, v, p, c] = PARTS.exec(code) ?? [];
  if (!study) return null;
  const [, ownV, ownP] = VERSION.exec(version ?? "") ?? [];
  const numbers = [v ?? ownV, p ?? ownP].flatMap((part) => (part ? [Number(part)] : []));
  return { study: study.toLowerCase(), version: numbers, group: c ? Number(c) : null };
}
