// Preloaded into the web process: cleans each request's headers before Next sees it. Next believes
// several headers that only its own parts or a proxy may set; a browser's word for them counts nothing.
import { Server } from "node:http";
import { isIP } from "node:net";

// Of x-nextjs-*, its browser code sends only these two (page and request, for development tools).
const FROM_BROWSER = new Set(["x-nextjs-request-id", "x-nextjs-html-request-id"]);

/** @param {string} name lower case @param {number} proxies */
function isRefused(name, proxies) {
  if (name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip") {
    return proxies === 0 || !name.startsWith("x-forwarded-");
  }
  if (name.startsWith("x-nextjs-")) return !FROM_BROWSER.has(name);
  return (
    name.startsWith("x-middleware-") ||
    name.startsWith("x-now-") ||
    name.startsWith("x-invoke-") ||
    name === "x-matched-path" ||
    name === "x-client-ip" ||
    name === "next-resume"
  );
}

/** An address without port and without the IPv6 form of an IPv4 one. @param {string} text */
function bare(text) {
  const trimmed = text.trim();
  const inner = /^\[(.+)\](:\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1];
  return (inner ?? trimmed).replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * The address of the client itself: what the outermost trusted proxy saw.
 * @param {string} peer address at the other end of the socket
 * @param {string | undefined} forwarded the X-Forwarded-For header, clients first
 * @param {number} proxies how many proxies in front are trusted
 */
export function clientAddress(peer, forwarded, proxies) {
  const chain = [peer, ...(forwarded ?? "").split(",").reverse()].map(bare).filter(Boolean);
  const address = chain[Math.min(proxies, chain.length - 1)] ?? "";
  return isIP(address) ? address : bare(peer);
}

/**
 * Removes what no client may say and adds `x-client-ip`, the true client address.
 * @param {import("node:http").IncomingMessage} request changed in place
 * @param {number} proxies
 */
export function cleanRequest(request, proxies) {
  const { headers, rawHeaders } = request;
  const forwarded = headers["x-forwarded-for"];
  const address = clientAddress(
    request.socket.remoteAddress ?? "",
    String(forwarded ?? ""),
    proxies,
  );
  for (const name of Object.keys(headers)) if (isRefused(name, proxies)) delete headers[name];
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, i) =>
    rawHeaders.slice(2 * i, 2 * i + 2),
  );
  const kept = pairs.filter(([name]) => !isRefused((name ?? "").toLowerCase(), proxies));
  rawHeaders.splice(0, rawHeaders.length, ...kept.flat(), "x-client-ip", address);
  headers["x-client-ip"] = address;
}

/**
 * Whether the path of an address is text, once its percent signs are read.
 * @param {string} url
 */
export function isReadable(url) {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

const proxies = Number(process.env.TRUST_PROXY) || 0;
const emit = Server.prototype.emit;

/** @this {Server} @param {string | symbol} event @param {unknown[]} args */
Server.prototype.emit = function (event, ...args) {
  const request = /** @type {import("node:http").IncomingMessage} */ (args[0]);
  if (event === "request" && request.method === "TRACE") {
    // Next trips over this method, which would send headers back to whoever should not read them.
    const answer = /** @type {import("node:http").ServerResponse} */ (args[1]);
    answer.writeHead(405, { Allow: "GET, HEAD, POST" }).end();
    return true;
  }
  if (event === "request" && !isReadable(request.url ?? "")) {
    // Next answers an address that cannot be decoded with a 500.
    const answer = /** @type {import("node:http").ServerResponse} */ (args[1]);
    const headers = { "Content-Type": "text/plain", "X-Content-Type-Options": "nosniff" };
    answer.writeHead(400, headers).end("This address cannot be read.\n");
    return true;
  }
  if (event === "request" || event === "upgrade") cleanRequest(request, proxies);
  return emit.call(this, event, ...args);
};
