import PDFDocument from "pdfkit";
import {
  type Doc,
  drawBlock,
  GREY,
  INK,
  MARGIN,
  makeRoom,
  type Sheet,
  SIZE,
  type Struct,
  tagged,
  width,
} from "./blocks";
import { loadFaces, printable } from "./fonts";
import type { Paper, PaperSection } from "./paper";

const FOOT = 15;
const LINE = "#ced4da";
/** The tags and metadata that PDF/UA asks for; pdfkit's types do not name it yet. */
const ACCESSIBLE: string = "PDF/UA";

/**
 * A paper as PDF, tagged so that a screen reader follows headings, lists and reading order, with
 * language, title, bookmarks and page numbers. The same paper gives the same bytes.
 */
export async function paperToPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const doc = newDocument(paper);
  const bytes = collect(doc);
  let isWhole = true;
  const sheet: Sheet = {
    doc,
    print(text) {
      const printed = printable(text);
      isWhole &&= printed.isWhole;
      return printed.text;
    },
  };
  const root = doc.struct("Document");
  doc.addStructure(root);
  drawHead(sheet, root, paper);
  for (const section of paper.sections) drawSection(sheet, root, section);
  if (!isWhole) drawBlock(sheet, root, { kind: "note", text: paper.unprintable });
  root.end();
  drawFeet(sheet, paper);
  doc.end();
  return bytes;
}

function newDocument(paper: Paper): Doc {
  const { regular, bold } = loadFaces();
  const doc = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, bufferPages: true },
    ...{ pdfVersion: "1.7", tagged: true, displayTitle: true },
    subset: ACCESSIBLE as PDFKit.PDFDocumentOptions["subset"],
    lang: paper.lang,
    info: {
      Title: plain(paper.title),
      Author: plain(paper.author),
      Subject: plain(paper.kicker),
      Creator: "Gatebook",
      CreationDate: paper.at,
    },
    // The built-in Helvetica is not embedded, so it may not even be begun with.
    font: "",
  });
  doc.registerFont("regular", regular).registerFont("bold", bold);
  return doc.font("regular");
}

/** pdfkit writes these into XML as they are. */
function plain(text: string): string {
  return text.replace(/[<>&]/g, " ");
}

function collect(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
}

function drawHead({ doc, print }: Sheet, root: Struct, paper: Paper): void {
  doc.font("regular").fontSize(SIZE.text);
  tagged(doc, root, "P", () => doc.fillColor(GREY).text(print(paper.kicker)));
  doc.font("bold").fontSize(SIZE.title);
  tagged(doc, root, "H1", () => doc.fillColor(INK).text(print(paper.title)));
  doc.moveDown(0.3);
  if (paper.lead !== "") drawBlock({ doc, print }, root, { kind: "text", text: paper.lead });
}

function drawSection(sheet: Sheet, root: Struct, { title, blocks }: PaperSection): void {
  const { doc, print } = sheet;
  // A heading stays with what follows it.
  makeRoom(doc, 80);
  doc.moveDown(1.2);
  const text = print(title);
  doc.outline.addItem(text);
  const section = doc.struct("Sect");
  root.add(section);
  doc.font("bold").fontSize(SIZE.section);
  tagged(doc, section, "H2", () => doc.fillColor(INK).text(text));
  drawRule(doc);
  for (const block of blocks) drawBlock(sheet, section, block);
  section.end();
}

function drawRule(doc: Doc): void {
  doc.markContent("Artifact", { type: "Layout" });
  const y = doc.y + 2;
  doc.moveTo(MARGIN, y).lineTo(MARGIN + width(doc), y);
  doc.lineWidth(0.6).strokeColor(LINE).stroke();
  doc.endMarkedContent();
  doc.y = y + 5;
}

/** Page numbers come last, when their total is known. */
function drawFeet({ doc, print }: Sheet, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    // Else text so far down would begin a page of its own.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - MARGIN + FOOT;
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    doc.font("regular").fontSize(SIZE.small).fillColor(GREY);
    doc.text(print(paper.footer), MARGIN, y, { width: width(doc) - 90, lineBreak: false });
    const number = paper.page(index + 1, count);
    doc.text(number, MARGIN, y, { width: width(doc), align: "right", lineBreak: false });
    doc.endMarkedContent();
  }
}
