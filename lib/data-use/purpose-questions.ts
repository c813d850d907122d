/** Kinds of research that a project may do; each must be allowed for a unit to fit. */
export const RESEARCH_KINDS = [
  "disease",
  "biomedical",
  "genetic",
  "ancestry",
  "methods",
  "clinical_care",
  "general",
] as const;
export type ResearchKind = (typeof RESEARCH_KINDS)[number];

/** The terms of the Data Use Ontology that say the same of a request (investigation terms). */
export const DUO_OF_KIND: Readonly<Record<ResearchKind, string | null>> = {
  disease: "DUO:0000040",
  biomedical: "DUO:0000037",
  genetic: "DUO:0000038",
  ancestry: "DUO:0000033",
  methods: "DUO:0000031",
  clinical_care: null,
  general: null,
};

/** `unknown` is an answer of its own: nothing fits because of what nobody has said. */
export const ANSWERS = ["yes", "no", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is asked about a project with yes, no or not known. */
export const QUESTIONS = [
  "notForProfit",
  "commercial",
  "ethics",
  "collaboration",
  "publishes",
  "returnsResults",
] as const;
