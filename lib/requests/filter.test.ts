import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestFilter, requestNumber, writeNumber } from "./filter";

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

describe("the list's filter in the address", () => {
  it("reads what it knows and passes over the rest", () => {
    expect(requestFilter.parse({ status: "approved", archive: "ega", q: "mimic", x: "1" })).toEqual(
      {
        status: "approved",
        archive: "ega",
        words: "mimic",
      },
    );
    expect(
      requestFilter.parse({ status: "' or 1=1", archive: "../x", after: "0", q: ["GB-7", "b"] }),
    ).toEqual({
      number: 7,
    });
  });

  it("never fails on an address", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        (address) => {
          expect(requestFilter.safeParse(address).success).toBe(true);
        },
      ),
    );
  });
});
