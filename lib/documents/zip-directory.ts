import { invalid } from "../errors";

const MAX_ENTRIES = 500;
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

function damaged() {
  return invalid(
    "file",
    "The Word document is damaged. Save it again in Word and upload that file.",
  );
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

interface Entry {
  name: string;
  unpacked: number;
}

function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) {
    throw invalid("file", `The Word document has more than ${MAX_ENTRIES} parts and is not taken.`);
  }
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at +
      ENTRY_LENGTH +
      nameLength +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    const name = new TextDecoder().decode(
      bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
    );
    entries.push({ name, unpacked: view.getUint32(at + 24, true) });
    at = next;
  }
  return entries;
}

function leavesItsFolder(name: string): boolean {
  return name.includes("\\") || name.startsWith("/") || name.split("/").includes("..");
}

/**
 * Reads the table of contents of a Word document, without unpacking anything, and throws INVALID
 * for one that is damaged, carries macros, or would harm whoever unpacks it: more than 500 parts,
 * more than 50 MB unpacked, parts outside its own folder.
 * Format: ECMA-376 part 2 (packages) and PKWARE APPNOTE 4.3.12, 4.3.16.
 */
export function checkWordPackage(bytes: Uint8Array): void {
  if (bytes.byteLength < END_LENGTH) throw damaged();
  const entries = readEntries(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MAX_UNPACKED_BYTES) {
    throw invalid("file", "The Word document is larger than 50 MB once unpacked and is not taken.");
  }
  if (entries.some((entry) => leavesItsFolder(entry.name))) throw damaged();
  if (entries.some((entry) => /vbaProject\.bin$/i.test(entry.name))) {
    throw invalid("file", "The Word document contains macros. Save it without them.");
  }
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml") || !names.has("word/document.xml")) {
    throw invalid(
      "file",
      "The file is named .docx but its content is not that of a Word document.",
    );
  }
}
