import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestNumber, writeNumber } from "./number";

describe("a request's number", () => {
  it.each(["GB-12", "gb12", " Gb 12 ", "12"])("is read from %j", (text) => {
    expect(requestNumber(text)).toBe(12);
  });

  it.each(["GB-", "GB-1x", "-12", "1.2", "99999999999999999999", ""])(
    "is not read from %j",
    (text) => {
      expect(requestNumber(text)).toBeNull();
    },
  );

  it("is written as it is read", () => {
    fc.assert(fc.property(fc.nat(999_999_999), (n) => requestNumber(writeNumber(n)) === n));
  });
});
