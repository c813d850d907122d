import { compareNumbers, type VersionedUnit, type VersionRules } from "../version";
import { readPhysionetIdentifiers } from "./identifiers";
import { SOURCES } from "./sources";

/**
 * PhysioNet: a unit is `<slug>/<version>`, versions are numbers with dots (not semantic versions),
 * and each has its own gates: a signature for one opens no other.
 */
export const VERSIONS: VersionRules = {
  compare: (a, b) => {
    const [left, right] = [parse(a), parse(b)];
    return left.slug === right.slug ? compareNumbers(left.parts, right.parts) : null;
  },
  effect: (_older, newer) => {
    if (newer.accessClass === "open") {
      return {
        effect: "nothing",
        sentence: "The new version is open: nobody has to ask for it.",
        source: SOURCES.gates,
      };
    }
    if (newer.accessClass === "controlled") {
      return {
        effect: "new_request",
        sentence:
          "Each version is granted by itself: the new one needs a new request of each person, which its authors decide.",
        source: `${SOURCES.requests}; ${SOURCES.gates}`,
      };
    }
    return {
      effect: "sign_again",
      sentence:
        "Each version has its own agreement: everybody who wants the new one signs again, in person. The old signature stays good for the old version as long as its files are there.",
      source: `${SOURCES.gates}; ${SOURCES.ownSignature}`,
    };
  },
  read: (typed, older) => {
    const { slug } = parse(older);
    const text = typed.trim();
    const [found] = readPhysionetIdentifiers(/^[\d.]+$/.test(text) ? `${slug}/${text}` : text);
    const version = found?.value.split("/")[1];
    if (!found || !version) {
      return { ok: false, message: "Write the version as numbers with dots, such as 3.2." };
    }
    if (!found.value.startsWith(`${slug}/`)) {
      return { ok: false, message: `This is another project than ${slug}.` };
    }
    return { ok: true, code: found.value, version };
  },
  example: (older) => {
    const { parts } = parse(older);
    return parts.map((part, at) => (at === parts.length - 1 ? part + 1 : part)).join(".");
  },
};

function parse({ code }: Pick<VersionedUnit, "code">): { slug: string; parts: number[] } {
  const [slug = code, version = ""] = code.split("/");
  return { slug, parts: version === "" ? [] : version.split(".").map(Number) };
}
