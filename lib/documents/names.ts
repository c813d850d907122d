import { MAX_NAME_LENGTH } from "./kinds";

// Controls, separators of lines, halves of characters, and marks that reorder or hide what follows.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * The name under which a file is listed: composed (NFC), without folders, control characters and
 * direction marks, 150 characters at most with its ending kept. Everything else stays literally.
 */
export function cleanName(raw: string): string {
  const last = raw.replace(INVISIBLE, "").normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const name = last
    .replace(/\s+/g, " ")
    .replace(/^[. ]+(?=[^.]*\.)|[. ]+$/g, "")
    .trim();
  const dot = name.lastIndexOf(".");
  const stem = dot < 0 ? name : name.slice(0, dot);
  const ending = dot < 0 ? "" : name.slice(dot);
  const room = Math.max(MAX_NAME_LENGTH - [...ending].length, 0);
  const kept = [...stem.trim()].slice(0, room).join("").trim();
  return [...`${kept || "document"}${ending}`].slice(0, MAX_NAME_LENGTH).join("");
}

/**
 * The header that makes a browser save a file under its name, whatever characters it has
 * (RFC 6266, with the name encoded as RFC 8187 says).
 */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
