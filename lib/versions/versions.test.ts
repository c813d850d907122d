import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { newestOf } from "./newest";
import { versionTask } from "./tasks";

const unit = (code: string) => ({ code, version: null, accessClass: "credentialed", policy: null });
const physionet = archiveByCode("physionet");
if (!physionet) throw new Error("There is no such archive");

describe("the newest version", () => {
  test("is the highest of its own project", () => {
    const units = ["a/1.0", "a/2.10", "b/9.0", "a/2.9"].map(unit);
    expect(newestOf(physionet.versions, unit("a/2.0"), units)?.code).toBe("a/2.10");
    expect(newestOf(physionet.versions, unit("a/2.10"), units)).toBeNull();
  });

  test("is newer than what is held, and none is newer than it, in whatever order they come", () => {
    const versions = fc.array(fc.tuple(fc.nat(9), fc.nat(12)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(versions, fc.tuple(fc.nat(9), fc.nat(12)), (all, mine) => {
        const units = all.map(([a, b]) => unit(`a/${a}.${b}`));
        const held = unit(`a/${mine[0]}.${mine[1]}`);
        const newest = newestOf(physionet.versions, held, units);
        const value = (code: string) => {
          const [a = 0, b = 0] = code.slice(2).split(".").map(Number);
          return a * 100 + b;
        };
        const best = Math.max(...units.map(({ code }) => value(code)));
        expect(newest ? value(newest.code) : null).toBe(best > value(held.code) ? best : null);
        expect(newestOf(physionet.versions, held, units.toReversed())?.code).toBe(newest?.code);
      }),
    );
  });
});

describe("what is to be done about it", () => {
  const seen = { older: "Set v1", newer: "Set v2", source: "s", seenOn: day("2026-11-22") };

  test("falls due two weeks after it was seen, and says whose figure that is", () => {
    for (const effect of ["sign_again", "new_request"] as const) {
      const task = versionTask(physionet, { ...seen, effect });
      expect(task).toMatchObject({ dueOn: "2026-12-06", source: "s" });
      expect(task?.rule).toContain("ours");
      expect(task?.what).toContain("Set v2");
    }
  });

  test("is nothing where the archive asks for nothing", () => {
    expect(versionTask(physionet, { ...seen, effect: "nothing" })).toBeNull();
  });
});
