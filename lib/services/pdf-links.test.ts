import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { linksInPdf } from "./pdf-links";

const LINK = "https://www.citiprogram.org/verify/?k04e73368-7133-1";
const stream = (content: Buffer, lineEnd = "\n") =>
  Buffer.concat([
    Buffer.from(`1 0 obj << /Filter /FlateDecode >>\nstream${lineEnd}`),
    ...[deflateSync(content), Buffer.from("\nendstream endobj\n")],
  ]);

describe("links of a PDF", () => {
  it("are found in plain text, each once", () => {
    const text = Buffer.from(`<< /URI (${LINK}) >> << /URI (${LINK}) >>`);
    expect(linksInPdf(text)).toEqual([LINK]);
  });

  it.each(["\n", "\r\n"])("are found in compressed parts", (lineEnd) => {
    const other = stream(Buffer.from("nothing"), lineEnd);
    expect(linksInPdf(Buffer.concat([other, stream(Buffer.from(`(${LINK})`), lineEnd)]))).toEqual([
      LINK,
    ]);
  });

  it("are looked for in broken files and bombs without harm", () => {
    const bomb = stream(Buffer.alloc(20_000_000));
    const parts = [Buffer.from("stream\nbroken endstream"), bomb, bomb, Buffer.from("stream\n")];
    expect(linksInPdf(Buffer.concat(parts))).toEqual([]);
  });
});
