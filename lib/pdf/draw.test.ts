import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { paperToPdf } from "./draw";
import { printable } from "./fonts";
import type { Paper, PaperBlock } from "./paper";

const LONG = "Every word of a long answer is printed, on as many pages as it takes. ".repeat(150);

function paper(change: Partial<Paper> = {}): Paper {
  const facts = [
    { label: "Archive", value: "dbGaP" },
    { label: "Left out", value: "" },
  ];
  return {
    ...{ title: "GB-12 · Żółć & <Ωμέγα>", kicker: "Certificate of close-out", lead: "A lead." },
    sections: [
      { title: "First part", blocks: [{ kind: "facts", facts }] },
      {
        title: "Second part",
        blocks: [
          { kind: "entry", title: "Копия", facts: [{ label: "Where", value: "/data/ελληνικά" }] },
          { kind: "list", items: ["One", "Two"] },
        ],
      },
    ],
    ...{ footer: "The foot", author: "Team", unprintable: "Not all can be printed." },
    page: (number, total) => `Page ${number} of ${total}`,
    ...{ lang: "en", at: new Date("2026-11-22T09:00:00Z") },
    ...change,
  };
}

async function read(change?: Partial<Paper>) {
  const pdf = await getDocumentProxy(await paperToPdf(paper(change)));
  const { text } = await extractText(pdf, { mergePages: false });
  return { pdf, pages: text };
}

type Node = { role?: string; lang?: string; type?: string; children?: Node[] };

function rolesOf(node: Node): string[] {
  return [node.role ?? "", ...(node.children ?? []).flatMap(rolesOf)].filter(Boolean);
}

const withBlock = (block: PaperBlock) => ({ sections: [{ title: "Part", blocks: [block] }] });

describe("a paper as PDF", () => {
  test("names its title and language, is marked as tagged, and says that it is PDF/UA", async () => {
    const { pdf } = await read();
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "GB-12 · Żółć    Ωμέγα ", Language: "en" });
    expect(metadata?.getRaw()).toContain("pdfuaid:part");
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test("has a structure that follows its headings, lists and facts", async () => {
    const { pdf } = await read();
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Node;
    const facts = ["L", "LI", "Lbl", "LBody"];
    expect(rolesOf(tree)).toEqual([
      ...["Root", "Document", "P", "H1", "P"],
      ...["Sect", "H2", ...facts],
      ...["Sect", "H2", "H3", ...facts, ...facts, "LI", "Lbl", "LBody"],
    ]);
  });

  test("gives every word back, in Latin, Greek and Cyrillic letters, and leaves empty facts out", async () => {
    const { pages } = await read();
    const [text] = pages;
    for (const word of ["Żółć", "Ωμέγα", "Копия", "/data/ελληνικά", "dbGaP", "Two"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain("Left out");
    expect(text).not.toContain("Not all can be printed.");
  });

  test("has a bookmark for each part, and numbers its pages", async () => {
    const { pdf, pages } = await read(withBlock({ kind: "text", text: LONG }));
    expect((await pdf.getOutline())?.map(({ title }) => title)).toEqual(["Part"]);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(text).toContain("The foot");
    }
  });

  test("prints an answer that is longer than a page whole, beside its label", async () => {
    const facts = [
      { label: "Question", value: LONG },
      { label: "Next", value: "The next answer" },
    ];
    const { pages } = await read(withBlock({ kind: "facts", facts }));
    const all = pages
      .join(" ")
      .replace(/The foot\s+Page \d of \d/g, "")
      .replace(/\s+/g, " ");
    expect(all.match(/as many pages as it takes/g)).toHaveLength(150);
    expect(all).toContain("Next The next answer");
  });

  test("says once that letters are missing where its font has none for them", async () => {
    const { pages } = await read(withBlock({ kind: "text", text: "王小明 and مريم 🧬" }));
    expect(pages.join(" ")).toContain("Not all can be printed.");
  });

  test("is the same bytes for the same paper", async () => {
    expect(await paperToPdf(paper())).toEqual(await paperToPdf(paper()));
  });
});

test("a letter that the font lacks is printed without its marks where that leaves one", () => {
  expect(printable("Zoë Łukasz Ñandú")).toEqual({ text: "Zoë Łukasz Ñandú", isWhole: true });
  expect(printable("ṩ").text).toMatch(/^s/);
  expect(printable("王")).toMatchObject({ isWhole: false });
  expect(printable("①")).toEqual({ text: "1", isWhole: false });
});
