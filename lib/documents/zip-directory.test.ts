import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { sampleDocx, sampleZip } from "./sample-files";
import { checkWordPackage } from "./zip-directory";

const parts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/${index}.xml`, ""]));

describe("a Word document's table of contents", () => {
  it("may list 500 parts of 50 MB", () => {
    checkWordPackage(sampleDocx(parts(498)));
    checkWordPackage(sampleDocx({ "word/a.xml": "" }, { "word/a.xml": 50_000_000 }));
  });

  it("may not list more parts", () => {
    expect(() => checkWordPackage(sampleDocx(parts(499)))).toThrow("more than 500 parts");
  });

  it("may not unpack to more than 50 MB", () => {
    const claims = { "word/a.xml": 30_000_000, "word/b.xml": 30_000_000 };
    const bomb = sampleDocx({ "word/a.xml": "", "word/b.xml": "" }, claims);
    expect(() => checkWordPackage(bomb)).toThrow("larger than 50 MB once unpacked");
  });

  it.each(["../../evil.xml", "/etc/evil.xml", "word\\..\\evil.xml", "word/../../evil.xml"])(
    "may not list %j",
    (name) => {
      expect(() => checkWordPackage(sampleDocx({ [name]: "x" }))).toThrow("damaged");
    },
  );

  it("may not list macros", () => {
    expect(() => checkWordPackage(sampleDocx({ "word/vbaProject.bin": "x" }))).toThrow("macros");
  });

  it("must be that of a Word document", () => {
    expect(() => checkWordPackage(sampleZip({ "xl/workbook.xml": "" }))).toThrow(
      "not that of a Word",
    );
  });

  it("is never read outside the file, whatever the bytes say", () => {
    const whole = sampleDocx({ "word/a.xml": "text" });
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(60),
        (at, byte, cut) => {
          const bytes = whole.slice(0, whole.length - cut);
          bytes[Math.min(at, bytes.length - 1)] = byte;
          try {
            checkWordPackage(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
    );
  });
});
