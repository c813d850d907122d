import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { create, type Font } from "fontkit";

/** What one may not see in a document whose reader expects the letters that were typed. */
const UNPRINTABLE = "\uFFFD";

/** The faces of Roboto, which has the letters of Latin, Greek and Cyrillic scripts. */
const FILES = {
  regular: "roboto-fontface/fonts/roboto/Roboto-Regular.woff",
  bold: "roboto-fontface/fonts/roboto/Roboto-Bold.woff",
} as const;

interface Faces {
  regular: Buffer;
  bold: Buffer;
  characters: ReadonlySet<number>;
}

let faces: Faces | undefined;

/** The bytes of both faces and the characters that they print; read from the package once. */
export function loadFaces(): Faces {
  faces ??= readFaces();
  return faces;
}

function readFaces(): Faces {
  // Web, worker and commands all run in the project's folder; bundled code has no place of its own.
  const { resolve } = createRequire(path.join(process.cwd(), "package.json"));
  const regular = readFileSync(resolve(FILES.regular));
  const font = create(regular) as Font;
  return {
    regular,
    bold: readFileSync(resolve(FILES.bold)),
    characters: new Set(font.characterSet),
  };
}

/**
 * Text as the font prints it: letters that it lacks as they decompose (`ṩ` becomes `s`), others as
 * a sign that something stands here. `isWhole` says that nothing was lost.
 */
export function printable(text: string): { text: string; isWhole: boolean } {
  const { characters } = loadFaces();
  const has = (letter: string) => letter === "\n" || characters.has(letter.codePointAt(0) ?? 0);
  let isWhole = true;
  const letters = [...text.normalize("NFC")].map((letter) => {
    if (has(letter)) return letter;
    isWhole = false;
    const plain = [...letter.normalize("NFKD")].filter(has).join("");
    if (plain !== "") return plain;
    return characters.has(0xfffd) ? UNPRINTABLE : "?";
  });
  return { text: letters.join(""), isWhole };
}
