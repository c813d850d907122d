import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { unpackOnce } from "./unpack-once";

const place = () => path.join(mkdtempSync(path.join(tmpdir(), "unpack-")), "browser");

it("two that unpack at the same time leave the first one's folder alone", async () => {
  const folder = place();
  const both = Promise.withResolvers<void>();
  let waiting = 0;
  const fill = (text: string) => async (draft: string) => {
    writeFileSync(path.join(draft, "program"), text);
    waiting += 1;
    if (waiting === 2) both.resolve();
    await both.promise;
  };
  const first = unpackOnce(folder, fill("same"));
  const second = unpackOnce(folder, fill("same"));
  await first;
  const { ino } = statSync(path.join(folder, "program"));
  await second;
  expect(statSync(path.join(folder, "program")).ino).toBe(ino);
  expect(readFileSync(path.join(folder, "program"), "utf8")).toBe("same");
  expect(readdirSync(path.dirname(folder))).toEqual(["browser"]);
});

it("what is there is not unpacked again", async () => {
  const folder = place();
  await unpackOnce(folder, async (draft) => writeFileSync(path.join(draft, "program"), "1"));
  await unpackOnce(folder, async () => expect.fail("unpacked twice"));
});

it("an unpacking that fails leaves nothing behind, and the next one may try", async () => {
  const folder = place();
  const broken = unpackOnce(folder, async () => {
    throw new Error("disk full");
  });
  await expect(broken).rejects.toThrow("disk full");
  expect(readdirSync(path.dirname(folder))).toEqual([]);
  await unpackOnce(folder, async (draft) => writeFileSync(path.join(draft, "program"), "1"));
  expect(readdirSync(folder)).toEqual(["program"]);
});
