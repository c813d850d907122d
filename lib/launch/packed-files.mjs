// Preloaded into the web process of a build: gives browsers that read Brotli the files that
// packing.ts packed. Next finds and serves them as any other file; only their names and kinds differ.
import { existsSync } from "node:fs";
import { Server } from "node:http";
import path from "node:path";

const KINDS = new Map([
  [".js", "application/javascript; charset=UTF-8"],
  [".css", "text/css; charset=UTF-8"],
]);
const PREFIX = "/_next/static/";
const FOLDER = path.join(process.cwd(), ".next/static");

/**
 * The address and the headers of the packed form of a file, or null where there is none to give.
 * @param {string} url
 * @param {string | undefined} accepted the header Accept-Encoding
 * @param {(file: string) => boolean} isThere whether a file of the build, named from its folder, exists
 */
export function packedForm(url, accepted, isThere) {
  const [address = "", query] = url.split("?", 2);
  const kind = KINDS.get(path.posix.extname(address));
  if (!kind || !address.startsWith(PREFIX) || address.includes("..")) return null;
  const readsBrotli = /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/;
  if (!readsBrotli.test(accepted ?? "")) return null;
  if (!isThere(decodeURIComponent(`${address.slice(PREFIX.length)}.br`))) return null;
  return {
    url: `${address}.br${query === undefined ? "" : `?${query}`}`,
    headers: { "Content-Type": kind, "Content-Encoding": "br", Vary: "Accept-Encoding" },
  };
}

/** @type {Map<string, boolean>} */
const known = new Map();
/** @param {string} file */
function isThere(file) {
  const found = known.get(file) ?? existsSync(path.join(FOLDER, file));
  // Only what is there is remembered: made-up names must not fill the memory.
  if (found) known.set(file, found);
  return found;
}

const emit = Server.prototype.emit;

/** @this {Server} @param {string | symbol} event @param {unknown[]} args */
Server.prototype.emit = function (event, ...args) {
  if (event === "request") {
    const request = /** @type {import("node:http").IncomingMessage} */ (args[0]);
    const answer = /** @type {import("node:http").ServerResponse} */ (args[1]);
    const accepted = request.headers["accept-encoding"];
    const packed = packedForm(request.url ?? "", String(accepted ?? ""), isThere);
    if (packed) {
      request.url = packed.url;
      for (const [name, value] of Object.entries(packed.headers)) answer.setHeader(name, value);
    }
  }
  return emit.call(this, event, ...args);
};
