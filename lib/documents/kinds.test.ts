import { fileTypeFromBuffer } from "file-type";
import { describe, expect, it } from "vitest";
import { checkContent, checkSize, kindOfName, MAX_DOCUMENT_BYTES } from "./kinds";
import { join, sampleDocx, sampleJpeg, samplePdf, samplePng, sampleZip } from "./sample-files";

async function check(name: string, bytes: Uint8Array): Promise<string> {
  return checkContent(name, bytes, await fileTypeFromBuffer(bytes)).mime;
}

describe("the kind of a file", () => {
  it("is taken when name and content agree", async () => {
    expect(await check("a.pdf", samplePdf())).toBe("application/pdf");
    expect(await check("a.PNG", samplePng())).toBe("image/png");
    expect(await check("a.jpeg", sampleJpeg())).toBe("image/jpeg");
    expect(await check("a.docx", sampleDocx())).toContain("wordprocessingml");
  });

  it("is refused with both kinds in the sentence when they do not agree", async () => {
    await expect(check("letter.pdf", samplePng())).rejects.toThrow(
      "The file is named .pdf but is a PNG image.",
    );
    await expect(check("letter.png", samplePdf())).rejects.toThrow("but is a PDF.");
    await expect(
      check("letter.docx", sampleZip({ mimetype: "application/epub+zip" })),
    ).rejects.toThrow("The file is named .docx but is a .epub file.");
  });

  it("is refused when the content is of no known kind", async () => {
    const page = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    await expect(check("a.pdf", page)).rejects.toThrow("its content is not that of a PDF");
  });

  it("must begin where the file begins", async () => {
    const late = join(new TextEncoder().encode("\n\n"), samplePdf());
    await expect(check("a.pdf", late)).rejects.toThrow("its content is not that of a PDF");
  });

  it("is refused by its name alone when it is not one of the four", () => {
    for (const name of ["a.svg", "a.html", "a.pdf.exe", "a", ".pdf.", "pdf"]) {
      expect(() => kindOfName(name), name).toThrow("This kind of file is not taken");
    }
  });
});

describe("the size of a file", () => {
  it("may be one byte and 25 MB, not nothing and not one byte more", () => {
    checkSize(1);
    checkSize(MAX_DOCUMENT_BYTES);
    expect(() => checkSize(0)).toThrow("empty");
    expect(() => checkSize(MAX_DOCUMENT_BYTES + 1)).toThrow("larger than 25 MB");
  });
});
