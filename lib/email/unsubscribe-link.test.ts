import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUnsubscribe, unsubscribeUrl } from "./unsubscribe-link";

const who = { teamId: randomUUID(), personId: randomUUID() };
const tokenOf = (url: string) => new URL(url).searchParams.get("token") ?? "";

describe("a link that ends the daily mail", () => {
  test("names one person of one team, and is the same in each mail", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (teamId, personId) => {
        const url = unsubscribeUrl({ teamId, personId });
        expect(readUnsubscribe(tokenOf(url))).toEqual({ teamId, personId });
        expect(unsubscribeUrl({ teamId, personId })).toBe(url);
      }),
    );
  });

  test("is worth nothing with any character changed, cut off or added", () => {
    const token = tokenOf(unsubscribeUrl(who));
    for (let place = 0; place < token.length; place++) {
      const other = token[place] === "A" ? "B" : "A";
      expect(readUnsubscribe(token.slice(0, place) + other + token.slice(place + 1))).toBeNull();
    }
    for (const wrong of ["", token.slice(1), token.slice(0, -1), `${token}A`, ` ${token}`]) {
      expect(readUnsubscribe(wrong)).toBeNull();
    }
  });

  test("is not made of anything but two ids", () => {
    expect(() => unsubscribeUrl({ ...who, personId: "me" })).toThrow(RangeError);
  });
});
