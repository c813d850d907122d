import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideSchedule, LEVELS, type ScheduleReader, type StoredSchedule } from "./schedule";

const reader: ScheduleReader = { personId: "hana", agreementId: "a1", archive: "dbgap" };
const defaults = { leads: [30], after: "weekly" } as const;
const target = { personId: null, agreementId: null, archive: "" };

function stored(level: StoredSchedule["level"], change: Partial<StoredSchedule> = {}) {
  const of = {
    ...{ person: { personId: "hana" }, team: {}, agreement: { agreementId: "a1" } },
    archive: { archive: "dbgap" },
  }[level];
  const schedule = { leads: [LEVELS.indexOf(level)], after: "never" as const };
  return { id: level, level, kind: "", ...target, ...of, ...schedule, ...change };
}

const NESTED = ["person", "team", "agreement", "archive"] as const;
const levelOf = (schedules: readonly StoredSchedule[], of = reader) =>
  decideSchedule("renewal", of, schedules, defaults).level;

describe("the schedule that counts", () => {
  test("is the one set nearest to the reader, whatever else is set", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...NESTED]), (levels) => {
        const nearest = NESTED.find((level) => levels.includes(level)) ?? "default";
        expect(levelOf(levels.map((level) => stored(level)))).toBe(nearest);
      }),
    );
  });

  test("is the kind's own where nothing is set", () => {
    expect(decideSchedule("renewal", reader, [], defaults)).toEqual({
      ...defaults,
      level: "default",
    });
  });

  test("is on one level the one for this very kind before the one for every kind", () => {
    const every = stored("team", { leads: [1] });
    const own = stored("team", { kind: "renewal", leads: [2] });
    const other = stored("team", { kind: "report", leads: [3] });
    expect(decideSchedule("renewal", reader, [every, other, own], defaults).leads).toEqual([2]);
    expect(decideSchedule("audit", reader, [every, other, own], defaults).leads).toEqual([1]);
  });

  test("is a person's for every kind before the team's for this very kind", () => {
    expect(levelOf([stored("team", { kind: "renewal" }), stored("person")])).toBe("person");
  });

  test("is never another person's, agreement's or archive's", () => {
    const others = [
      stored("person", { personId: "omar" }),
      stored("agreement", { agreementId: "a2" }),
      stored("archive", { archive: "ega" }),
    ];
    expect(levelOf(others)).toBe("default");
    const bare = { personId: "hana", agreementId: null, archive: "" };
    expect(levelOf([stored("agreement"), stored("archive")], bare)).toBe("default");
  });
});
