import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, differingPaths, type Json } from "./canonical";
import { certificateText, certificateWithHash, readCertificate } from "./certificate";
import { sampleCertificate } from "./sample-certificate";

const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const body = sampleCertificate();
const text = certificateText(body);
const file = certificateWithHash(text, hash(text));
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads changed bytes as a file is read: what is no UTF-8 is no certificate. */
function readBytes(bytes: Uint8Array) {
  try {
    return readCertificate(decoder.decode(bytes), hash);
  } catch {
    return { ok: false };
  }
}

describe("a certificate's file", () => {
  test("verifies by itself, and gives back what it certifies", () => {
    expect(readCertificate(file, hash)).toEqual({ ok: true, body, sha256: hash(text) });
  });

  test("fails with any single byte changed, added or taken away", () => {
    const bytes = new TextEncoder().encode(file);
    const at = fc.nat({ max: bytes.length - 1 });
    const changed = fc
      .tuple(at, fc.integer({ min: 1, max: 255 }))
      .map(([index, by]) => bytes.map((byte, i) => (i === index ? byte ^ by : byte)));
    const removed = at.map((index) => bytes.filter((_, i) => i !== index));
    const added = fc
      .tuple(fc.nat({ max: bytes.length }), fc.integer({ min: 0, max: 255 }))
      .map(([index, byte]) =>
        Uint8Array.from([...bytes.slice(0, index), byte, ...bytes.slice(index)]),
      );
    fc.assert(
      fc.property(fc.oneof(changed, removed, added), (other) => {
        expect(readBytes(other).ok).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test("says whether its content was changed or only written anew", () => {
    const other = { ...body, team: { ...body.team, name: "Another team" } };
    const forged = certificateWithHash(certificateText(other), hash(text));
    expect(readCertificate(forged, hash)).toMatchObject({
      ...{ ok: false, why: expect.stringContaining("does not match its own hash") },
    });
    const spaced = JSON.stringify(JSON.parse(file));
    expect(readCertificate(spaced, hash)).toMatchObject({
      ...{ ok: false, why: expect.stringContaining("written anew") },
    });
  });

  test.each([
    "",
    "{",
    "[]",
    "null",
    '{"kind":"other"}',
    '{"__proto__":{}}',
    "\u0000",
    "1".repeat(99),
  ])("is none when it is %j", (other) => {
    expect(readCertificate(other, hash)).toMatchObject({ ok: false, body: null });
  });
});

describe("canonical JSON", () => {
  const value = fc.jsonValue() as fc.Arbitrary<Json>;

  test("holds the same value, and is the same text whatever the order of the keys", () => {
    fc.assert(
      fc.property(value, (one) => {
        const written = canonicalJson(one);
        expect(canonicalJson(JSON.parse(written))).toBe(written);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  test("tells where two values differ, and nothing where they do not", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(differingPaths(one, one)).toEqual([]);
      }),
    );
    expect(differingPaths({ a: [{ b: 1 }, 2] }, { a: [{ b: 2 }], c: null })).toEqual([
      ...["a[0].b", "a[1]", "c"],
    ]);
  });
});
