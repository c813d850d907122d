import { invalid } from "../errors";
import { phrase } from "../said/phrase";

/** The largest document in bytes: 25 MB. */
export const MAX_DOCUMENT_BYTES = 26_214_400;

/** The most characters in a document's name, its ending included. */
export const MAX_NAME_LENGTH = 150;

/** A kind of file that may be kept as evidence. */
export interface Kind {
  /** What `file-type` calls its content. */
  id: string;
  /** Noun with its article, for sentences. */
  label: string;
  endings: readonly string[];
  /** The only content type it is ever served with. */
  mime: string;
  /** Its first bytes. */
  magic: readonly number[];
}

/** Every kind that may be uploaded; a document of another kind cannot be stored or served. */
const KINDS = [
  {
    id: "pdf",
    label: phrase("a PDF"),
    endings: ["pdf"],
    mime: "application/pdf",
    magic: [0x25, 0x50, 0x44, 0x46, 0x2d],
  },
  {
    id: "png",
    label: phrase("a PNG image"),
    endings: ["png"],
    mime: "image/png",
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  {
    id: "jpg",
    label: phrase("a JPEG image"),
    endings: ["jpg", "jpeg"],
    mime: "image/jpeg",
    magic: [0xff, 0xd8, 0xff],
  },
  {
    id: "docx",
    label: phrase("a Word document (.docx)"),
    endings: ["docx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    magic: [0x50, 0x4b, 0x03, 0x04],
  },
] as const satisfies readonly Kind[];

/** What the file chooser offers. */
export const ACCEPTED = KINDS.flatMap((kind) => kind.endings.map((ending) => `.${ending}`));

/** The ending of a file name in lower case, without its dot; empty when it has none. */
function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The kind that a file's name promises. Throws INVALID when that kind is not taken. */
export function kindOfName(name: string): Kind {
  const ending = endingOf(name);
  const kind = KINDS.find(({ endings }) => (endings as readonly string[]).includes(ending));
  if (kind) return kind;
  throw invalid(
    "file",
    "This kind of file is not taken. Upload a PDF, PNG, JPEG or Word (.docx) file whose name ends accordingly.",
  );
}

/** Throws INVALID, with the limit in the sentence, for what is empty or too large. `size` is in bytes. */
export function checkSize(size: number): void {
  if (size === 0) throw invalid("file", "The file is empty. Choose the file again.");
  if (size > MAX_DOCUMENT_BYTES) throw invalid("file", "The file is larger than 25 MB.");
}

/**
 * Throws INVALID unless the content is of the kind that the name promises.
 * @param detected what `file-type` found: the usual ending of such content; undefined when unknown
 */
export function checkContent(
  name: string,
  bytes: Uint8Array,
  detected: { ext: string } | undefined,
): Kind {
  const promised = kindOfName(name);
  // A Word document whose table of contents lies behind large pictures is found to be a ZIP file
  // only; `checkWordPackage` has read that table.
  const fits = detected?.ext === promised.id || (promised.id === "docx" && detected?.ext === "zip");
  if (fits && startsWith(bytes, promised.magic)) return promised;
  const ending = endingOf(name);
  if (!detected || fits) {
    throw invalid(
      "file",
      `The file is named .${ending} but its content is not that of ${promised.label}.`,
    );
  }
  const found = KINDS.find((kind) => kind.id === detected.ext)?.label;
  const is = found ?? phrase(`a .${detected.ext} file`);
  throw invalid("file", `The file is named .${ending} but is ${is}.`);
}

/** Whether the content claims to be a ZIP package, as each .docx is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]);
}
