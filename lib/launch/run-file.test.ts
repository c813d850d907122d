import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdDataDir, readRun } from "@/lib/launch/run-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gatebook-run-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (pid: number) => writeFileSync(path.join(folder, "run.json"), JSON.stringify({ pid }));

test("only its owner may read the note, which holds passwords", () => {
  const { publish } = holdDataDir(folder);
  publish({ DATABASE_URL: "postgresql://secret" });
  expect(statSync(path.join(folder, "run.json")).mode & 0o777).toBe(0o600);
});

test("a folder that was given back is nobody's", () => {
  holdDataDir(folder).release();
  expect(readRun(folder)).toBeUndefined();
});

test("the note of a process that is gone counts as none", () => {
  note(2 ** 22 + 1);
  expect(readRun(folder)).toBeUndefined();
  expect(() => holdDataDir(folder)).not.toThrow();
});

test("a stranger's process that got the old number counts as none", () => {
  note(1);
  expect(readRun(folder)).toBeUndefined();
});

test("a note cut short by a crash counts as none", () => {
  writeFileSync(path.join(folder, "run.json"), '{"pid":');
  expect(readRun(folder)).toBeUndefined();
});
