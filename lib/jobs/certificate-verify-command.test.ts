import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { certificateText, certificateWithHash } from "../certificates/certificate";
import { sampleCertificate } from "../certificates/sample-certificate";

const folder = mkdtempSync(path.join(tmpdir(), "gatebook-certificate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = certificateText(sampleCertificate());
const sha256 = createHash("sha256").update(text).digest("hex");
const file = certificateWithHash(text, sha256);

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const script = path.join(import.meta.dirname, "certificate-verify-command.ts");
  const tsx = import.meta.resolve("tsx");
  return promisify(execFile)(process.execPath, ["--import", tsx, script, ...args]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

function store(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

it("says that a certificate verifies, with its hash", async () => {
  const { code, said } = await run(store("good.json", file));
  expect([code, said]).toEqual([0, expect.stringContaining(`SHA-256 ${sha256}`)]);
});

it.each([
  ["a changed one", file.replace("Overwritten", "Sold"), "its own hash"],
  ["one written anew", `${file}\n`, "written anew"],
  ["another file", "{}", "not a close-out certificate"],
  ["no text", Uint8Array.of(0xff, 0xfe, 0x00), "no text in UTF-8"],
])("says that %s does not verify, and why", async (_what, content, why) => {
  const { code, said } = await run(store("bad.json", content));
  expect([code, said]).toEqual([1, expect.stringContaining(why)]);
});

it("says what it needs where no file is named, or none is there", async () => {
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining("npm run") });
  expect(await run(path.join(folder, "none.json"))).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("cannot be read") },
  });
});

it("is checked by jq and sha256sum alike: its canonical form is theirs", () => {
  const { sha256: _, ...rest } = JSON.parse(file);
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
  };
  expect(`${JSON.stringify(sorted(rest), null, 2)}\n`).toBe(text);
});
