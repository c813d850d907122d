/** What a term of the Data Use Ontology is: what a data set permits, a condition on that, or a kind of investigation. */
export type DuoKind = "permission" | "modifier" | "investigation" | "root";

/** What a term cannot do without: the disease, the day, the names it speaks of. */
export type DuoValue =
  | "disease"
  | "research type"
  | "countries"
  | "day"
  | "months or day"
  | "persons"
  | "project"
  | "institutions";

/** A term of the Data Use Ontology, in our words. */
export interface DuoTerm {
  /** Seven digits, as in `DUO:0000042`. */
  code: string;
  /** The usual letters; null where the ontology has none. */
  short: string | null;
  kind: DuoKind;
  meaning: string;
  value: DuoValue | null;
  /** What a team has to look at or do; null where there is nothing. */
  todo: string | null;
}

type Row = [digits: string, short: string | null, meaning: string, value?: DuoValue, todo?: string];

const PERMISSIONS: readonly Row[] = [
  ["0000004", "NRES", "Any use: no restriction"],
  ["0000042", "GRU", "General research use: any research", undefined, "use it for research only"],
  [
    "0000006",
    "HMB",
    "Health, medical or biomedical research; not the study of origins or ancestry",
    undefined,
    "compare the aim",
  ],
  ["0000007", "DS", "Only research on one disease", "disease", "compare the disease"],
  [
    "0000011",
    "POA",
    "Only the study of population origins or ancestry",
    undefined,
    "compare the aim",
  ],
];

const MODIFIERS: readonly Row[] = [
  ["0000012", "RS", "Only research of one kind", "research type", "compare the aim"],
  [
    "0000015",
    "NMDS",
    "Developing methods is not allowed",
    undefined,
    "keep methods development out",
  ],
  ["0000016", "GSO", "Genetic studies only", undefined, "compare the aim"],
  [
    "0000018",
    "NPUNCU",
    "Only for not-for-profit organisations, and not for commercial use",
    undefined,
    "look at the organisation and at the use",
  ],
  [
    "0000045",
    "NPU",
    "Only for not-for-profit organisations",
    undefined,
    "look at the organisation",
  ],
  ["0000046", "NCU", "Not for commercial use, whoever does it", undefined, "look at the use"],
  [
    "0000019",
    "PUB",
    "Results must be made available to other researchers",
    undefined,
    "publish the results",
  ],
  [
    "0000020",
    "COL",
    "Work together with the primary investigators",
    "persons",
    "send their letter of collaboration",
  ],
  [
    "0000021",
    "IRB",
    "An approval of the local ethics committee must be shown",
    undefined,
    "send the approval and keep its end in mind",
  ],
  ["0000022", "GS", "Use in named countries only", "countries", "see where everybody works"],
  ["0000024", "MOR", "Nothing may be published before a day", "day", "keep that day"],
  ["0000025", "TS", "Use is allowed for a limited time", "months or day", "end the use by then"],
  ["0000026", "US", "Named persons only", "persons", "compare the list of persons"],
  ["0000027", "PS", "A named project only", "project", "compare the project"],
  ["0000028", "IS", "Named institutions only", "institutions", "compare the affiliations"],
  [
    "0000029",
    "RTN",
    "Results or enriched data go back to the source",
    undefined,
    "return the results",
  ],
  ["0000043", "CC", "Use in clinical care is allowed"],
  [
    "0000044",
    "NPOA",
    "The study of population origins or ancestry is not allowed",
    undefined,
    "keep ancestry research out",
  ],
];

const INVESTIGATIONS: readonly Row[] = [
  ["0000031", null, "Development of methods, software or algorithms"],
  ["0000032", null, "Research on one population group"],
  ["0000033", null, "Research on ancestry or population origins"],
  ["0000034", null, "Research on an age group"],
  ["0000035", null, "Research on a gender"],
  ["0000036", null, "Use as reference or control"],
  ["0000037", null, "Health, medical or biomedical research"],
  ["0000038", null, "Genetic research"],
  ["0000039", null, "Drug development"],
  ["0000040", null, "Research on named diseases"],
];

const ROOTS: readonly Row[] = [
  ["0000001", null, "Any permission; says nothing by itself"],
  ["0000017", null, "Any condition; says nothing by itself"],
];

const ofKind =
  (kind: DuoKind) =>
  ([digits, short, meaning, value, todo]: Row): DuoTerm => ({
    code: `DUO:${digits}`,
    short,
    kind,
    meaning,
    value: value ?? null,
    todo: todo ?? null,
  });

/**
 * The Data Use Ontology, release 2021-02-23: what a data set permits (one permission and any number
 * of modifiers), and the kinds of investigation that describe a request.
 * Sources: https://github.com/EBISPOT/DUO (duo.csv, duo.owl); Lawson et al. 2021,
 * https://doi.org/10.1016/j.xgen.2021.100028.
 */
export const DUO_TERMS: readonly DuoTerm[] = [
  ...PERMISSIONS.map(ofKind("permission")),
  ...MODIFIERS.map(ofKind("modifier")),
  ...INVESTIGATIONS.map(ofKind("investigation")),
  ...ROOTS.map(ofKind("root")),
];
