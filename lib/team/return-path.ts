const MAX_LENGTH = 1_000;
// Browsers drop tabs and line breaks inside addresses, and read a backslash as a slash.
const UNSAFE = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u;

/**
 * The path within Gatebook that `text` names, or "/" for anything else: other sites, schemes, user
 * names, back slashes, control characters, and pages that would end the visit or loop back here.
 */
export function parseReturnPath(text: unknown): string {
  if (typeof text !== "string" || text.length > MAX_LENGTH) return "/";
  if (!text.startsWith("/") || text.startsWith("//") || UNSAFE.test(text)) return "/";
  // Spelled-out slashes must not become real ones in whatever decodes the address next.
  if (/^\/(%2f|%5c)/i.test(text)) return "/";
  const base = "http://gatebook.invalid";
  const url = URL.parse(text, base);
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|api)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}`;
}
