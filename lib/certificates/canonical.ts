/** What a certificate is made of: plain JSON with whole numbers, so that every reader writes it alike. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * The one way to write a value: keys in order, two spaces, a line feed at the end; as `jq -S .`
 * writes it, so that a hash can be checked with tools that everybody has.
 */
export function canonicalJson(value: Json): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  // Built key by key, so that a key named __proto__ stays one.
  const ordered: { [key: string]: Json } = Object.create(null);
  for (const key of keys) ordered[key] = sorted(value[key] ?? null);
  return ordered;
}

/** How many differences are told. */
const TOLD = 5;

/** Where two values differ, as paths such as `copies[0].witness`; 5 at most. */
export function differingPaths(a: Json | undefined, b: Json | undefined): string[] {
  return [...paths(a, b, "")].slice(0, TOLD);
}

function* paths(a: Json | undefined, b: Json | undefined, at: string): Generator<string> {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) yield* paths(a[i], b[i], `${at}[${i}]`);
    return;
  }
  if (isObject(a) && isObject(b)) {
    for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
      yield* paths(a[key], b[key], at === "" ? key : `${at}.${key}`);
    }
    return;
  }
  if (JSON.stringify(a) !== JSON.stringify(b)) yield at;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
