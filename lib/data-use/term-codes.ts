import { termsOfUnit } from "./terms-of-unit";

/** The codes of the consent group and of the Data Use Ontology by which a unit's use is limited. */
export function termCodes(unit: { consentCode: string | null; duo: string[] }): string[] {
  const { terms, unknown } = termsOfUnit(unit);
  return [...new Set([...terms.map(({ code }) => code), ...unknown])];
}
