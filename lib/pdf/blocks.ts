import type PDFDocument from "pdfkit";
import type { PaperBlock, PaperFact } from "./paper";

export type Doc = InstanceType<typeof PDFDocument>;
export type Struct = ReturnType<Doc["struct"]>;

/** In points: A4 with margins of 2 cm, labels in the left third. */
export const MARGIN = 57;
const LABELS = 150;
const GAP = 10;
const BULLET = 12;

export const INK = "#1a1b1e";
export const GREY = "#5c5f66";
export const SIZE = { title: 19, section: 13, entry: 10.5, text: 10, small: 8.5 } as const;

/** What is drawn upon, with the words that the font prints. */
export interface Sheet {
  doc: Doc;
  print(text: string): string;
}

/** Draws something as one element of the document's structure. */
export function tagged(doc: Doc, parent: Struct, tag: string, draw: () => void): void {
  parent.add(doc.struct(tag, {}, draw));
}

/** Begins a new page unless so many points are left on this one. */
export function makeRoom(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
}

/** The width of the text, in points. */
export function width(doc: Doc): number {
  return doc.page.width - 2 * MARGIN;
}

export function drawBlock(sheet: Sheet, parent: Struct, block: PaperBlock): void {
  if (block.kind === "facts") drawFacts(sheet, parent, block.facts);
  else if (block.kind === "list") drawList(sheet, parent, block.items);
  else if (block.kind === "entry") drawEntry(sheet, parent, block);
  else drawParagraph(sheet, parent, block);
}

function drawParagraph(
  { doc, print }: Sheet,
  parent: Struct,
  { kind, text }: { kind: "text" | "note"; text: string },
): void {
  const isNote = kind === "note";
  doc.font("regular").fontSize(isNote ? SIZE.small : SIZE.text);
  tagged(doc, parent, "P", () => doc.fillColor(isNote ? GREY : INK).text(print(text)));
  doc.moveDown(0.4);
}

function drawEntry(
  sheet: Sheet,
  parent: Struct,
  { title, facts }: { title: string; facts: readonly PaperFact[] },
): void {
  const { doc, print } = sheet;
  makeRoom(doc, 50);
  doc.moveDown(0.5);
  doc.font("bold").fontSize(SIZE.entry);
  tagged(doc, parent, "H3", () => doc.fillColor(INK).text(print(title)));
  doc.moveDown(0.2);
  drawFacts(sheet, parent, facts);
}

/** Labels at the left, values beside them; as a list, each item of which is a label and its body. */
function drawFacts(sheet: Sheet, parent: Struct, facts: readonly PaperFact[]): void {
  const shown = facts.filter(({ value }) => value !== "");
  if (shown.length === 0) return;
  const { doc } = sheet;
  const list = doc.struct("L");
  parent.add(list);
  for (const fact of shown) drawFact(sheet, list, fact);
  list.end();
  doc.x = MARGIN;
  doc.moveDown(0.4);
}

function drawFact({ doc, print }: Sheet, list: Struct, fact: PaperFact): void {
  const label = print(fact.label);
  const value = print(fact.value);
  const room = width(doc) - LABELS - GAP;
  doc.font("regular").fontSize(SIZE.text);
  const height = Math.max(
    doc.heightOfString(value, { width: room }),
    doc.heightOfString(label, { width: LABELS }),
  );
  const page = doc.page.height - 2 * MARGIN;
  if (height < page) makeRoom(doc, height);
  const top = doc.y;
  const item = doc.struct("LI");
  list.add(item);
  tagged(doc, item, "Lbl", () => doc.fillColor(GREY).text(label, MARGIN, top, { width: LABELS }));
  const below = doc.y;
  // What fills more than a page stands below its label, where it can go on from page to page.
  const isLong = height >= page;
  const x = isLong ? MARGIN : MARGIN + LABELS + GAP;
  const y = isLong ? below : top;
  const across = isLong ? width(doc) : room;
  tagged(doc, item, "LBody", () => doc.fillColor(INK).text(value, x, y, { width: across }));
  item.end();
  doc.y = (isLong ? doc.y : Math.max(below, doc.y)) + 3;
}

function drawList({ doc, print }: Sheet, parent: Struct, items: readonly string[]): void {
  const list = doc.struct("L");
  parent.add(list);
  doc.font("regular").fontSize(SIZE.text).fillColor(INK);
  for (const text of items) {
    makeRoom(doc, 14);
    const item = doc.struct("LI");
    list.add(item);
    const top = doc.y;
    const across = width(doc) - BULLET;
    tagged(doc, item, "Lbl", () => doc.text("•", MARGIN, top, { width: BULLET }));
    tagged(doc, item, "LBody", () =>
      doc.text(print(text), MARGIN + BULLET, top, { width: across }),
    );
    item.end();
    doc.y += 2;
  }
  list.end();
  doc.x = MARGIN;
  doc.moveDown(0.4);
}
