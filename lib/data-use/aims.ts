import { diseaseInWords, isSameDisease } from "./disease-names";
import type { Statements } from "./purpose";
import type { ResearchKind } from "./purpose-questions";
import type { Term, TermKey } from "./terms-of-unit";
import { ask, deciding, fits, type Judgement, refuses } from "./verdict";

/** What a rule may look at: the purpose, the term, and which terms the unit has besides. */
export interface Case {
  purpose: Statements;
  term: Term;
  has: (key: TermKey) => boolean;
}

const KIND_WORDS: Record<ResearchKind, string> = {
  disease: "research on a disease",
  biomedical: "health research",
  genetic: "genetic research",
  ancestry: "research on origins or ancestry",
  methods: "methods development",
  clinical_care: "use in clinical care",
  general: "research that is not about health",
};

/**
 * What a permission says of a purpose: each kind of research of the project has to be allowed.
 * Sources: duo.csv of https://github.com/EBISPOT/DUO (what each permission allows); the rules by
 * which DUOS matches requests, https://github.com/DataBiosphere/consent-ontology (docs/Algorithms.md).
 */
export function judgeAims(given: Case): Judgement {
  const { kinds } = given.purpose;
  const judged = kinds.map((kind) => judgeKind(kind, given));
  return deciding(judged) ?? ask("The purpose does not say what kind of research this is.");
}

function judgeKind(kind: ResearchKind, given: Case): Judgement {
  const { key } = given.term;
  if (key === "NRES") return fits("Any use is allowed.");
  if (kind === "clinical_care") return judgeCare(given);
  if (kind === "methods") return judgeMethods(given);
  if (key === "GRU") return fits("Any research is allowed.");
  if (key === "HMB") return judgeForHealth(kind);
  return key === "DS" ? judgeForDisease(kind, given) : judgeForAncestry(kind, given);
}

/** Care is no research: it is allowed only where the data say so. */
function judgeCare({ term, has }: Case): Judgement {
  if (term.key === "POA") return refuses("Only research on origins or ancestry is allowed.");
  if (!has("CC")) return ask("These terms do not say whether use in clinical care is allowed.");
  if (term.key !== "DS") return fits("Use in clinical care is allowed.");
  return ask("Use in clinical care is allowed, as far as it is about the disease named.");
}

/**
 * Methods: a consent code allows them by saying MDS, the ontology by not saying NMDS; NMDS itself is
 * a condition with a rule of its own.
 */
function judgeMethods({ purpose, term, has }: Case): Judgement {
  if (term.key === "GRU") return fits("Any research is allowed, methods development too.");
  if (has("MDS")) return fits("MDS allows methods development.");
  if (purpose.kinds.every((kind) => kind === "methods")) {
    return ask("The project only develops methods, which these terms neither allow nor exclude.");
  }
  return term.from === "ontology"
    ? fits("Methods may be developed as a part of the research that is allowed.")
    : ask("The project develops methods too, and the consent code does not say MDS.");
}

function judgeForHealth(kind: ResearchKind): Judgement {
  if (kind === "ancestry" || kind === "general") {
    return refuses(`Only health research is allowed, not ${KIND_WORDS[kind]}.`);
  }
  return fits("Health research is allowed.");
}

function judgeForDisease(kind: ResearchKind, { purpose, term }: Case): Judgement {
  const disease = term.value === null ? "one disease" : diseaseInWords(term.value);
  if (kind === "ancestry" || kind === "general") {
    return refuses(`Only research on ${disease} is allowed, not ${KIND_WORDS[kind]}.`);
  }
  if (purpose.diseases.length === 0) {
    return refuses(`Only research on ${disease} is allowed; the project names no disease.`);
  }
  if (kind === "biomedical") {
    return ask(
      `Only research on ${disease} is allowed; the project also does other health research.`,
    );
  }
  return judgeDiseases(purpose.diseases, term.value, disease);
}

function judgeDiseases(
  diseases: readonly string[],
  allowed: string | null,
  inWords: string,
): Judgement {
  if (allowed === null)
    return ask("Only research on one disease is allowed; which one is not said.");
  const others = diseases.filter((disease) => !isSameDisease(disease, allowed));
  if (others.length === 0) return fits(`Research on ${inWords} is allowed.`);
  return ask(
    `Only research on ${inWords} is allowed; whether ${others.join(", ")} belongs to it, a person must say.`,
  );
}

function judgeForAncestry(kind: ResearchKind, { purpose }: Case): Judgement {
  if (kind === "ancestry") return fits("Research on origins or ancestry is allowed.");
  if (kind === "genetic" && purpose.kinds.includes("ancestry")) {
    return fits("Genetic research on origins or ancestry is allowed.");
  }
  return refuses(`Only research on origins or ancestry is allowed, not ${KIND_WORDS[kind]}.`);
}
