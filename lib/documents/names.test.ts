import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, contentDisposition } from "./names";

describe("the name of a document", () => {
  it.each([
    ["letter.pdf", "letter.pdf"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\ana\\Approval letter.pdf", "Approval letter.pdf"],
    ["invoice\u202Efdp.exe.pdf", "invoicefdp.exe.pdf"],
    ["a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie: x.pdf"],
    ["Zürich.pdf", "Zürich.pdf"],
    ["=1+1.pdf", "=1+1.pdf"],
    ["<script>.pdf", "<script>.pdf"],
    [".pdf", "document.pdf"],
    ["..pdf", "document.pdf"],
    ["", "document"],
    ["承認書.docx", "承認書.docx"],
  ])("%j is listed as %j", (raw, listed) => {
    expect(cleanName(raw)).toBe(listed);
  });

  it("is cut to 150 characters and keeps its ending", () => {
    expect(cleanName(`${"é".repeat(10_000)}.pdf`)).toBe(`${"é".repeat(146)}.pdf`);
    expect([...cleanName(`a.${"x".repeat(500)}`)]).toHaveLength(150);
  });

  it("never grows, hides or moves characters, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (raw) => {
        const name = cleanName(raw);
        expect(name).not.toBe("");
        expect([...name].length).toBeLessThanOrEqual(150);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}/\\\u202A-\u202E\u2066-\u2069]/u);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });
});

describe("the header that names a download", () => {
  it("offers plain letters and the whole name", () => {
    expect(contentDisposition("Zürich (1).pdf")).toBe(
      "attachment; filename=\"Zurich (1).pdf\"; filename*=UTF-8''Z%C3%BCrich%20%281%29.pdf",
    );
  });

  it("cannot be broken out of by any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[ !#$&-[\]-~]*"; filename\*=UTF-8''[\w.~%!-]*$/,
        );
      }),
    );
  });
});
