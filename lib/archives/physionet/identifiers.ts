/**
 * PhysioNet projects: a slug, or a slug and a version. Versions are two or more numbers without
 * leading zeros, not all zero; they are not semantic versions.
 * Source: https://github.com/MIT-LCP/physionet-build, physionet-django/project/validators.py
 */
export interface PhysionetIdentifier {
  scheme: "physionet";
  /** `mimiciv` or `mimiciv/3.1`. */
  value: string;
}

const SITE_PATH = /(?<![a-z0-9-])physionet\.org\/([\w./-]{1,200})/gi;
const BARE_VERSION = /^([a-z0-9-]{1,30})\/(\d[\d.]{0,30})\/?$/i;

/** Names by which people and old pages call a project, and the slug that PhysioNet uses now. */
const FORMER_NAMES: Record<string, string> = {
  "mimic-iii": "mimiciii",
  "mimic-iv": "mimiciv",
  mimiciiiclinicaldatabase: "mimiciii",
  mimic3cdb: "mimiciii",
};

/** Paths below which the first part is the project's slug. */
const PROJECT_PATHS = new Set(["content", "files", "sign-dua"]);
/** Paths of the site before 2019, where only names that we know lead anywhere. */
const FORMER_PATHS = new Set(["works", "physiobank", "pn"]);

function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,29}$/.test(text) && !text.includes("--") && !text.endsWith("-");
}

function isVersion(text: string): boolean {
  const parts = text.split(".");
  return (
    parts.length > 1 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,5})$/.test(part)) &&
    parts.some((part) => part !== "0")
  );
}

function project(name: string, version?: string): PhysionetIdentifier[] {
  const slug = FORMER_NAMES[name.toLowerCase()] ?? name.toLowerCase();
  if (!isSlug(slug)) return [];
  const values = version && isVersion(version) ? [`${slug}/${version}`, slug] : [slug];
  return values.map((value) => ({ scheme: "physionet", value }));
}

function readSitePath(path: string): PhysionetIdentifier[] {
  const [area = "", ...rest] = path.split("/").filter((part) => part !== "");
  if (PROJECT_PATHS.has(area.toLowerCase())) return project(rest[0] ?? "", rest.find(isVersion));
  if (!FORMER_PATHS.has(area.toLowerCase())) return [];
  const known = rest.find((part) => Object.hasOwn(FORMER_NAMES, part.toLowerCase()));
  return known ? project(known) : [];
}

/**
 * Finds PhysioNet projects: addresses of the site, old ones included, anywhere in a text; and a
 * text that is nothing but `slug/version` or a known former name. A version comes before its
 * project. Other bare words are left to the search of titles. Never throws.
 */
export function readPhysionetIdentifiers(text: string): PhysionetIdentifier[] {
  const found = [...text.matchAll(SITE_PATH)].flatMap(([, path = ""]) => readSitePath(path));
  const bare = text.trim();
  const [, slug, version] = BARE_VERSION.exec(bare) ?? [];
  if (slug && version && isVersion(version)) return [...found, ...project(slug, version)];
  return Object.hasOwn(FORMER_NAMES, bare.toLowerCase()) ? [...found, ...project(bare)] : found;
}

/** The project's page, of one version where the identifier names it. */
export function physionetLandingUrl({ value }: PhysionetIdentifier): string {
  return `https://physionet.org/content/${value}/`;
}
