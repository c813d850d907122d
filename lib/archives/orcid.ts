const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[0-9X]$/;
const ADDRESS = /^https?:\/\/orcid\.org\//i;

/**
 * The ORCID iD in a text that is nothing else, bare or as an address: `0000-0002-1825-0097`. Null
 * for anything else, also where only the check character does not fit.
 * Source: https://support.orcid.org/hc/en-us/articles/360006897674 (ISO 7064, mod 11-2)
 */
export function readOrcid(text: string): string | null {
  const id = text.trim().replace(ADDRESS, "").toUpperCase();
  if (!ORCID.test(id)) return null;
  const digits = id.replaceAll("-", "");
  const sum = Array.from(digits.slice(0, -1)).reduce((total, d) => (total + Number(d)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return digits.endsWith(check === 10 ? "X" : String(check)) ? id : null;
}
