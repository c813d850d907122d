import { inflateSync } from "node:zlib";

/** In bytes, unpacked, of all parts together: more than any paper has; a bomb ends here. */
const MOST_UNPACKED = 16_000_000;
const TOO_LARGE = "ERR_BUFFER_TOO_LARGE";
const ADDRESS = /https?:\/\/[^\s()<>"\\]{1,400}/g;

/**
 * The web addresses that a PDF shows as links, in plain text or in compressed parts; those that are
 * merely drawn as letters, and those of encrypted files, are not found. Takes bytes of any kind.
 */
export function linksInPdf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const links = new Set(linksIn(file));
  let left = MOST_UNPACKED;
  let at = 0;
  while (left > 0) {
    const start = file.indexOf("stream", at);
    const end = start < 0 ? -1 : file.indexOf("endstream", start);
    if (end < 0) break;
    const part = inflated(file.subarray(start + "stream".length, end), left);
    if (part === "too large") break;
    for (const link of linksIn(part)) links.add(link);
    left -= part.byteLength;
    at = end + "endstream".length;
  }
  return [...links];
}

function linksIn(part: Buffer): string[] {
  return part.toString("latin1").match(ADDRESS) ?? [];
}

/** The content of a compressed part; nothing where it is compressed in another way or broken. */
function inflated(part: Buffer, maxOutputLength: number): Buffer | "too large" {
  // The keyword ends with a line end of one or two bytes.
  const start = part[0] === 0x0d ? 2 : 1;
  try {
    return inflateSync(part.subarray(start), { maxOutputLength });
  } catch (error) {
    const isLarge = error instanceof Error && "code" in error && error.code === TOO_LARGE;
    return isLarge ? "too large" : Buffer.alloc(0);
  }
}
