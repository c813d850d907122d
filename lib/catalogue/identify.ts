import { readArchiveIdentifiers } from "@/lib/archives/identifiers";
import { readDois } from "./doi";
import type { Identifier } from "./identifier";

/** Longer texts are cut: no accession with its surroundings needs more. */
const LONGEST = 1_000;

const MENDELEY_DOI = /^10\.17632\/([a-z0-9]{6,20})(?:\.\d{1,4})?$/;
const MENDELEY = /data\.mendeley\.com\/(?:public-)?datasets\/([a-z0-9]{6,20})(?:\/(\d{1,4}))?/gi;
const KAGGLE = /kaggle\.com\/(?:datasets\/)?([a-z0-9_-]{2,60})\/([a-z0-9_-]{2,100})/gi;
const GEO = /(?<![a-z0-9])gse\d{1,9}(?![a-z0-9])/gi;
const ARXIV = /arxiv(?::\s?|\.org\/(?:abs|pdf)\/)(\d{4}\.\d{4,5})(?!\d)/gi;
const PMCID = /(?<![a-z0-9])pmc\d{1,9}(?![a-z0-9])/gi;
const PMID =
  /(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/|(?<![a-z])pmid:?\s?)(\d{1,8})(?!\d)/gi;
/** Parts of Kaggle's addresses that are not the owner of a data set. */
const KAGGLE_PAGES = new Set(["code", "competitions", "c", "docs", "models", "organizations"]);

/** `%2F` as `/`, also where it was encoded twice; bad escapes stay as they are. */
function decoded(text: string): string {
  let current = text;
  for (let round = 0; round < 3; round += 1) {
    const next = current.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    });
    if (next === current) break;
    current = next;
  }
  return current;
}

function mendeley(text: string, dois: readonly string[]): Identifier[] {
  const fromDois = dois.flatMap((doi): Identifier[] => {
    const id = MENDELEY_DOI.exec(doi)?.[1];
    return id ? [{ scheme: "mendeley", value: id }] : [];
  });
  const fromAddresses = [...text.matchAll(MENDELEY)].flatMap(([, id = "", version]) => {
    const value = id.toLowerCase();
    const data: Identifier = { scheme: "mendeley", value };
    return version
      ? [{ scheme: "doi", value: `10.17632/${value}.${version}` } as const, data]
      : data;
  });
  return [...fromDois, ...fromAddresses];
}

function kaggle(text: string): Identifier[] {
  return [...text.matchAll(KAGGLE)]
    .filter(([, owner = ""]) => !KAGGLE_PAGES.has(owner.toLowerCase()))
    .map(([, owner, name]) => ({ scheme: "kaggle", value: `${owner}/${name}`.toLowerCase() }));
}

function papers(text: string): Identifier[] {
  const bare = /^[1-9]\d{0,7}$/.test(text.trim()) ? [text.trim()] : [];
  const pmids = [...text.matchAll(PMID)].map(([, digits = ""]) => digits);
  return [
    ...[...pmids, ...bare].map(
      (value) => ({ scheme: "pmid", value: String(Number(value)) }) as const,
    ),
    ...[...text.matchAll(PMCID)].map(
      ([value]) => ({ scheme: "pmcid", value: value.toUpperCase() }) as const,
    ),
    ...[...text.matchAll(ARXIV)].map(([, value = ""]) => ({ scheme: "arxiv", value }) as const),
  ];
}

/** An address as host and path, without scheme, `www.`, query and closing slash. */
function address(text: string): Identifier[] {
  const written = text.trim();
  const full = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.parse(full);
  if (!url || /\s/.test(written) || !/\.[a-z]{2,}$/.test(url.hostname)) return [];
  const host = url.hostname.replace(/^www\./, "");
  return [{ scheme: "url", value: `${host}${url.pathname}`.replace(/\/$/, "").toLowerCase() }];
}

/**
 * Reads what somebody typed or pasted into the search box: accessions, DOIs and landing pages in
 * any accepted spelling, old addresses included. Gives canonical identifiers, each once; a narrow
 * one (a version, a consent group) comes with the study it belongs to, so that the entry is found
 * either way. Only digits may be a PubMed number or an ordinary word, so search both. Empty when
 * nothing is recognised; never throws.
 */
export function identify(text: string): Identifier[] {
  const plain = decoded(text.slice(0, LONGEST));
  const dois = readDois(plain);
  const found: Identifier[] = [
    ...readArchiveIdentifiers(plain),
    ...dois.map((value) => ({ scheme: "doi", value }) as const),
    ...mendeley(plain, dois),
    ...kaggle(plain),
    ...[...plain.matchAll(GEO)].map(
      ([value]) => ({ scheme: "geo", value: value.toUpperCase() }) as const,
    ),
    ...papers(plain),
  ];
  const all = found.length > 0 ? found : address(plain);
  return [...new Map(all.map((one) => [`${one.scheme} ${one.value}`, one])).values()];
}
