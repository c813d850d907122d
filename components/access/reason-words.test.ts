import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { datesIn } from "@/lib/dates/dates-in";
import { day } from "@/lib/dates/day";
import messages from "@/lib/messages/en.json";
import type { AccessCell, ShownReason } from "@/lib/readiness/access-view";
import type { Pending } from "@/lib/readiness/facts";
import { REASON_CODES, REMARK_CODES } from "@/lib/readiness/verdict";
import { sayAsIs } from "@/lib/said/say";
import { type AccessMessages, reasonWords } from "./reason-words";

const translator = (namespace: "readiness" | "requests.waiting") =>
  createTranslator({
    locale: "en",
    messages,
    namespace,
    onError: (error) => {
      throw error;
    },
  });
const said = {
  t: translator("readiness"),
  party: translator("requests.waiting"),
  dates: datesIn("en"),
  say: sayAsIs,
} as unknown as AccessMessages;
const words = reasonWords(said, "me");

const reason = (change: Partial<ShownReason>): ShownReason => ({
  ...{ code: "lapsed", on: day("2026-05-03"), party: "holder", personId: "p", personName: "Bo" },
  ...{ what: "CITI training", kind: "qualification", source: "", otherVersions: [], asks: null },
  ...{ place: { kind: "person", id: "p" }, ...change },
});

describe("a reason", () => {
  it.each([
    [{}, "The CITI training ended on 3 May 2026."],
    [
      { clock: "the report’s own end" },
      "The CITI training ended on 3 May 2026, by the report’s own end.",
    ],
    [{ code: "missing" }, "There is no CITI training on record."],
    [{ code: "missing", kind: "named" }, "Nobody on the team leads this project."],
    [
      { code: "other_version", otherVersions: ["mimiciv/2.2"] },
      "mimiciv/2.2 is signed; this version needs a signature of its own.",
    ],
    [{ code: "not_named", on: null }, "Not named on the project or in the agreement."],
  ] as const)("%j reads %s", (change, sentence) => {
    expect(words.sentence(reason(change as Partial<ShownReason>))).toBe(sentence);
  });

  it.each(REASON_CODES)("%s is a whole sentence", (code) => {
    const pending: Pending = {
      ref: { kind: "item", id: "i" },
      status: "in_review",
      label: "DAC review",
      waitingOn: "dac",
      since: day("2026-05-03"),
    };
    const sentence = words.sentence(reason({ code, pending, otherVersions: ["a/1"] }));
    expect(sentence).toMatch(/^.*[^\s.]\.$/);
    expect(sentence).not.toMatch(/[{}]|undefined|null| {2}|,\.|\s\./);
  });

  it("names who must act, the reader as you, and nobody where only time helps", () => {
    expect(words.who(reason({}))).toBe("Bo");
    expect(words.who(reason({ personId: "me" }))).toBe("you");
    expect(words.who(reason({ party: "dac", personId: null, personName: null }))).toBe(
      "the data access committee",
    );
    expect(words.who(reason({ party: "nobody" }))).toBeNull();
  });

  it("leads to its cure", () => {
    expect(words.cure(reason({}), "Bo")).toBe("Go to Bo");
    expect(words.cure(reason({ place: { kind: "person", id: "me" } }), "Me")).toBe("Go to my page");
    expect(words.cure(reason({ place: { kind: "request", number: 12 } }), "Bo")).toBe(
      "Go to GB-12",
    );
  });
});

it.each(REMARK_CODES)("the remark %s is a whole sentence", (code) => {
  const sentence = words.remark({ code, what: "training", on: day("2026-05-03") });
  expect(sentence).toMatch(/^[A-Z].*\.$/);
});

describe("a verdict", () => {
  const cell = (change: Partial<AccessCell>) =>
    words.verdict({ reasons: [], until: null, endsBy: null, ...change } as AccessCell);
  const until = day("2027-03-14");

  it("says until when and by what", () => {
    expect(cell({})).toBe("May open these data; no end is known.");
    expect(cell({ until, endsBy: { what: "EGA account" } })).toBe(
      "May open these data until 14 Mar 2027, when the EGA account ends.",
    );
    expect(cell({ until, endsBy: { what: "training", clock: "its report" } })).toContain(
      "ends by its report.",
    );
    expect(cell({ until, endsBy: { what: "proof of identity", begins: true } })).toContain(
      "from then on the proof of identity is asked for.",
    );
  });

  it("counts what is missing", () => {
    expect(cell({ reasons: [reason({})] })).toBe(
      "May not open these data: 1 condition is not met.",
    );
  });
});
