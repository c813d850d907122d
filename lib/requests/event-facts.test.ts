import fc from "fast-check";
import { expect, it } from "vitest";
import english from "../messages/en.json";
import { eventFacts } from "./event-facts";

it("writes days in words and lists with commas", () => {
  const facts = eventFacts({ on: "2027-03-14", units: ["phs000007.c1", "phs000280.c1"] });
  expect(facts.on).toBe("14 Mar 2027");
  expect(facts.units).toBe("phs000007.c1, phs000280.c1");
});

it("says for whom where access is personal", () => {
  const data = { units: ["mimiciv/3.1", "mimiciv/3.1"], persons: ["Ana", "Bo"] };
  expect(eventFacts(data).units).toBe("Ana, Bo: mimiciv/3.1");
});

it("tells an open end from a missing one", () => {
  expect(eventFacts({ endsOn: null }).end).toBe("open");
  expect(eventFacts({}).end).toBe("");
});

it("names a duty by its first sentence, else by its kind", () => {
  const data = { kind: "dbgap_incident", what: "Tell NIH what happened. The PI sends it." };
  expect(eventFacts(data).duty).toBe("Tell NIH what happened");
  expect(eventFacts({ what: "Have it approved at dbGaP." }).duty).toBe("Have it approved at dbGaP");
  expect(eventFacts({ kind: "own_kind" }).duty).toBe("own kind");
  expect(eventFacts({}).duty).toBe("none");
});

it("tells why a duty was closed", () => {
  const facts = eventFacts({ state: "done", why: "renewed", dueOn: "2027-03-14" });
  expect(facts).toMatchObject({ state: "done", why: "renewed", due: "14 Mar 2027" });
});

it("makes texts of whatever it finds", () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      for (const text of Object.values(eventFacts(data))) expect(typeof text).toBe("string");
    }),
  );
});

it("speaks a reader's language, and takes the stop of a German day for no end of a sentence", () => {
  const german: Record<string, string> = {
    "Tell NIH by 29 November what happened. Then rest.":
      "Sagen Sie der NIH bis 29. November, was geschah. Dann ruhen Sie.",
    Submitted: "Eingereicht",
  };
  const facts = eventFacts(
    {
      what: "Tell NIH by 29 November what happened. Then rest.",
      to: ["Submitted", "Submitted"],
      on: "2027-03-14",
      state: "Submitted",
    },
    { say: (text) => german[text] ?? text, day: (day) => `Tag ${day}` },
  );
  expect(facts.duty).toBe("Sagen Sie der NIH bis 29. November, was geschah");
  expect([facts.to, facts.on, facts.state]).toEqual(["Eingereicht", "Tag 2027-03-14", "Submitted"]);
});

it("has a text for whatever the sentences of the history speak of", () => {
  // Two words that sentences choose between, and not what they speak of.
  const chosen = ["done", "closed"];
  const { unknown: _none, more: _count, fields: _names, ...sentences } = english.events;
  const asked = (words: unknown): string[] =>
    typeof words === "string"
      ? [...words.matchAll(/\{(\w+)[,}]/g)].flatMap(([, name = ""]) =>
          chosen.includes(name) ? [] : name,
        )
      : Object.values(words as object).flatMap(asked);
  expect(Object.keys(eventFacts({}))).toEqual(
    expect.arrayContaining([...new Set(asked(sentences))]),
  );
});

it("tells the terms of a unit as they were entered, or that there are none", () => {
  const data = { unit: "phs000007.c1", terms: "TS 24", source: "A letter" };
  expect(eventFacts(data)).toMatchObject(data);
  expect(eventFacts({}).terms).toBe("none");
});
