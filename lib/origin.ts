const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The one address that takes a POST from anywhere: mail programs end mail there (RFC 8058), with the
 * signed token of the address as their only right, and neither session nor cookie is read.
 */
const FROM_ANYWHERE = "/api/unsubscribe";

/** Whether a request may come from another site's page, or from no page at all. */
export function mayComeFromAnywhere(method: string, path: string): boolean {
  return method === "POST" && path === FROM_ANYWHERE;
}

/**
 * Whether a request that changes something comes from Gatebook's own pages. `Origin` must name
 * APP_URL; a missing or opaque one (`null`) does not. Only an installation on this very machine also
 * takes its other names (localhost, 127.0.0.1), where `Origin` and `Host` must then agree.
 * @param headers of the request; forwarded hosts are not believed
 * @param appUrl the address under which people reach Gatebook
 */
export function isOwnOrigin(headers: Pick<Headers, "get">, appUrl: string): boolean {
  const origin = URL.parse(headers.get("origin") ?? "");
  const own = new URL(appUrl);
  if (origin === null) return false;
  if (origin.origin === own.origin) return true;
  return (
    LOOPBACK.has(own.hostname) &&
    LOOPBACK.has(origin.hostname) &&
    origin.protocol === own.protocol &&
    origin.host === headers.get("host")
  );
}
