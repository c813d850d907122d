import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../dates/day";
import { namedOverRounds } from "./named-years";

const person = (personId: string) => ({ personId, function: "downloader" as const });
const [FIRST, SECOND, THIRD] = [day("2024-03-01"), day("2025-02-20"), day("2026-02-25")] as const;

test("who was dropped was named until the next round was decided, who came from then on", () => {
  const rounds = [
    { decidedOn: FIRST, people: [person("ana"), person("bo")] },
    { decidedOn: SECOND, people: [person("ana"), person("cy")] },
    { decidedOn: THIRD, people: [person("ana"), person("bo")] },
  ];
  expect(namedOverRounds(rounds)).toEqual([
    { ...person("ana"), from: null, before: null },
    { ...person("bo"), from: null, before: SECOND },
    { ...person("cy"), from: SECOND, before: THIRD },
    { ...person("bo"), from: THIRD, before: null },
  ]);
});

test("on any day exactly those are named whom the round of that day names", () => {
  const people = fc.uniqueArray(fc.constantFrom("ana", "bo", "cy"), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(people, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: -50, max: 600 }),
      (named, offset) => {
        const rounds = named.map((names, at) => ({
          decidedOn: addDays(FIRST, at * 100),
          people: names.map(person),
        }));
        const on = addDays(FIRST, offset);
        const current = rounds.findLast(({ decidedOn }) => decidedOn <= on) ?? rounds[0];
        const spans = namedOverRounds(rounds).filter(
          ({ from, before }) => (from === null || from <= on) && (before === null || on < before),
        );
        expect(spans.map(({ personId }) => personId).sort()).toEqual(
          current?.people.map(({ personId }) => personId).sort(),
        );
      },
    ),
  );
});
