import { describe, expect, it } from "vitest";
import { type Begun, KEYS, PATIENCE, pressKey } from "./keys";

/** What a row of keys does, each pressed so many milliseconds after the last. */
function typed(keys: string, apart = 100) {
  let begun: Begun = null;
  const done: string[] = [];
  for (const [n, key] of [...keys].entries()) {
    const answer = pressKey(begun, key, n * apart);
    begun = answer.begun;
    if (answer.shortcut) done.push(answer.shortcut);
  }
  return done;
}

describe("shortcuts", () => {
  it.each([
    ["gd", ["dashboard"]],
    ["gr", ["requests"]],
    ["ga", ["access"]],
    ["gp", ["people"]],
    ["gc", ["calendar"]],
    ["n", ["newRequest"]],
    ["/", ["pageSearch"]],
    ["?", ["help"]],
    ["d", []],
    ["g", []],
    ["gg", []],
    ["ggd", ["dashboard"]],
    ["gn", ["newRequest"]],
    ["gdd", ["dashboard"]],
    ["gx", []],
    ["gxd", []],
    ["gdgr", ["dashboard", "requests"]],
  ])("%s does %j", (keys, done) => {
    expect(typed(keys)).toEqual(done);
  });

  it("forget a first key that nothing follows", () => {
    expect(typed("gd", PATIENCE)).toEqual(["dashboard"]);
    expect(typed("gd", PATIENCE + 1)).toEqual([]);
  });

  it("listen to their own keys only", () => {
    expect(KEYS.toSorted()).toEqual(["/", "?", "a", "c", "d", "g", "n", "p", "r"]);
  });
});
