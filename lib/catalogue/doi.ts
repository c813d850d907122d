const DOI = /(?<![\d.])10\.\d{4,9}\/[^\s"<>]{1,200}/gi;
const NATURE = /nature\.com\/articles\/([a-z0-9][a-z0-9-]{4,40})/gi;
const HINDAWI = /hindawi\.com\/journals\/[a-z]{2,20}\/(\d{4})\/(\d{5,9})/gi;
/** What publishers put behind a DOI in an address. */
const VIEW = /\/(?:full|pdf|abstract|epdf|html|full-text)$/;

function opens(text: string, bracket: string): number {
  return text.split(bracket).length - 1;
}

function withoutTrailing(text: string): string {
  let end = text;
  for (;;) {
    const last = end.at(-1) ?? "";
    const unbalanced =
      (last === ")" && opens(end, ")") > opens(end, "(")) ||
      (last === "]" && opens(end, "]") > opens(end, "["));
    if (!unbalanced && !".,;:'!?/".includes(last)) return end;
    if (end === "") return end;
    end = end.slice(0, -1);
  }
}

function tidy(match: string, inAddress: boolean): string {
  const value = inAddress ? match.replace(/[?#].*$/, "") : match;
  return withoutTrailing(withoutTrailing(value).toLowerCase().replace(VIEW, ""));
}

/**
 * Every DOI in a text whose percent signs are decoded: bare, after `doi:`, inside an address, or
 * implied by an article's address at Nature or Hindawi. Lower case, since DOIs ignore case.
 * Source: https://www.doi.org/doi-handbook/HTML/
 */
export function readDois(text: string): string[] {
  const inAddress = text.includes("://");
  const written = [...text.matchAll(DOI)].map(([match]) => tidy(match, inAddress));
  const nature = [...text.matchAll(NATURE)].map(([, id = ""]) => `10.1038/${id.toLowerCase()}`);
  const hindawi = [...text.matchAll(HINDAWI)].map(([, year, id]) => `10.1155/${year}/${id}`);
  return [...written, ...nature, ...hindawi].filter((doi) => /^10\.\d{4,9}\/./.test(doi));
}
