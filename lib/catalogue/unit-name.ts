/** What names an access unit in one line. */
export interface NamedUnit {
  code: string;
  version: string | null;
  consentCode: string | null;
  dataset: { shortTitle: string };
}

/**
 * The access unit as people say it: `MIMIC-IV v3.1`, `GTEx v10.p2 GRU`; by its accession where it
 * has neither version nor consent group, as at EGA: `UK10K EGAD00001000740`.
 */
export function nameOfUnit(unit: NamedUnit): string {
  const version = unit.version && (/^\d/.test(unit.version) ? `v${unit.version}` : unit.version);
  const parts = [version, unit.consentCode].filter(Boolean);
  return [unit.dataset.shortTitle, ...(parts.length > 0 ? parts : [unit.code])].join(" ");
}
