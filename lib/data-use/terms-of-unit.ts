import {
  CONSENT_BASES,
  CONSENT_MODIFIERS,
  type ConsentPart,
  meaningOfPart,
  parseConsentCode,
  writePart,
} from "./consent-code";
import { type DuoStatement, readDuo } from "./duo";
import { DUO_TERMS } from "./duo-terms";

const TERM_KEYS = [
  ...CONSENT_BASES,
  ...CONSENT_MODIFIERS,
  "NPUNCU",
  "NCU",
  "NPOA",
  "GS",
  "MOR",
  "TS",
  "US",
  "PS",
  "IS",
  "RTN",
] as const;
/** What a term says, whichever of the two ways it was written in. */
export type TermKey = (typeof TERM_KEYS)[number];

/** One term of use of a unit. */
export interface Term {
  key: TermKey;
  /** As people know it: `DS-CVD`, `IRB`, `HMB (DUO:0000006)`. */
  code: string;
  meaning: string;
  /** The disease, day, list or research type that it speaks of; null where none is given. */
  value: string | null;
  /** What the team has to look at or do; null where there is nothing. */
  todo: string | null;
  /** A consent code allows methods development by saying MDS, the ontology by not saying NMDS. */
  from: "consent code" | "ontology";
}

/** All that is published on how a unit may be used. */
export interface UnitTerms {
  /** Permissions first, then conditions in the order in which they are written. */
  terms: readonly Term[];
  /** What was written but is not understood. */
  unknown: readonly string[];
}

/**
 * The terms of a unit, from its consent code and its terms of the Data Use Ontology.
 * Source: GA4GH, Machine readable consent guidance, https://www.ga4gh.org/product/machine-readable-consent-guidance/.
 */
export function termsOfUnit(unit: {
  consentCode: string | null;
  duo: readonly string[];
}): UnitTerms {
  const consent = parseConsentCode(unit.consentCode ?? "");
  const written = [...(consent.base ? [consent.base] : []), ...consent.modifiers].map(ofConsent);
  const statements = unit.duo.map((text) => ({ text, terms: ofOntology(readDuo(text)) }));
  const terms = [...written, ...statements.flatMap(({ terms: read }) => read ?? [])];
  return {
    terms: [...terms.filter(isPermission), ...terms.filter((term) => !isPermission(term))],
    unknown: [
      ...consent.unknown,
      ...statements.filter(({ terms: read }) => read === null).map(({ text }) => text),
    ],
  };
}

/** Whether a term is a permission rather than a condition. */
export function isPermission({ key }: Pick<Term, "key">): boolean {
  return (CONSENT_BASES as readonly string[]).includes(key);
}

function ofConsent(part: ConsentPart): Term {
  return {
    key: part.code,
    code: writePart(part),
    meaning: meaningOfPart(part),
    value: part.value,
    todo: DUO_TERMS.find(({ short }) => short === part.code)?.todo ?? null,
    from: "consent code",
  };
}

/** Null where it is no term of use: unknown, a root, or a kind of investigation. */
function ofOntology(statements: readonly DuoStatement[] | null): Term[] | null {
  const terms = (statements ?? []).flatMap(({ term, value }): Term[] => {
    const key = TERM_KEYS.find((known) => known === term.short);
    if (key === undefined) return [];
    const { code, meaning, todo } = term;
    const which = value ?? (term.value === null ? null : `${term.value} not said`);
    return [
      {
        ...{ key, value, todo, from: "ontology" },
        code: `${key} (${code})`,
        meaning: which === null ? meaning : `${meaning}: ${which}`,
      },
    ];
  });
  return terms.length > 0 ? terms : null;
}
