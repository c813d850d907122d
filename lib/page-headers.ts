/**
 * The content security policy of a page. Scripts run only with this request's nonce, or when such a
 * script loads them. Styles may be inline: Mantine sets sizes and colours in style attributes, which
 * no nonce can cover, and styles run nothing.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  isHttps: boolean;
  /** React's development tools evaluate text as code. */
  isDevelopment: boolean;
}): string {
  const { nonce, isHttps, isDevelopment } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Whatever a file or an answer to a program holds: it is run as nothing. */
const DATA_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * Headers of everything that is made for a request: of pages, and of files and data. All of it may
 * show who is signed in, so no cache keeps any of it.
 */
export function pageHeaders(options: {
  path: string;
  csp: string;
  isHttps: boolean;
}): Record<string, string> {
  const { path, csp, isHttps } = options;
  // A link of a mail holds its token in the address. `no-referrer` would hide it too, but makes browsers
  // send `Origin: null` with plain forms, which we refuse; `strict-origin` sends the site's name only.
  const hasToken = /^\/(sign-in|unsubscribe)(\/|$)/.test(path);
  // What else lies below /api/ is next-auth's, or the page that says that nothing is there.
  const isData = /^\/api\/(t|calendar|unsubscribe|health)(\/|$)/.test(path);
  return {
    "Content-Security-Policy": isData ? DATA_POLICY : csp,
    "Referrer-Policy": isData ? "no-referrer" : hasToken ? "strict-origin" : "same-origin",
    "Cache-Control": "private, no-store",
    ...(isHttps && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}
