import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import { addDays, day } from "../dates/day";
import de from "../messages/de.json";
import en from "../messages/en.json";
import { type StateFacts, stateSentence, usualDays } from "./state-sentence";

const TODAY = day("2027-02-19");
const ana = { id: "ana", name: "Ana Ruiz" };
const bo = { id: "bo", name: "Bo Lindqvist" };

const lifecycles = ARCHIVES.flatMap(({ lifecycles: own }) => own);
const steps = lifecycles.flatMap((lifecycle) =>
  lifecycle.steps.map((step) => ({ lifecycle, step, name: `${lifecycle.id}, ${step.id}` })),
);

const lifecycleOf = (id: string) => {
  const found = lifecycles.find((lifecycle) => lifecycle.id === id);
  if (!found) throw new Error(`${id} is gone`);
  return found;
};

const grant = (endsOn: string | null, startsOn = "2026-03-15", endedOn: string | null = null) => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
  endedOn: endedOn === null ? null : day(endedOn),
});

function facts(
  lifecycle: string,
  step: string,
  more: Partial<StateFacts> & { grants?: ReturnType<typeof grant>[] } = {},
): StateFacts {
  const { grants = [], ...rest } = more;
  return {
    lifecycle: lifecycleOf(lifecycle),
    items: [{ step, stepSince: addDays(TODAY, -12), grants }],
    ...{ persons: [], openers: [], me: "ana", today: TODAY, missing: 0, usualDays: null },
    ...rest,
  };
}

describe("the sentence of a request", () => {
  it.each([
    ["dbgap-project", "draft", "write"],
    ["dbgap-project", "ready_to_file", "next"],
    ["dbgap-project", "so_review", "sign"],
    ["dbgap-project", "dac_review", "asked"],
    ["dbgap-project", "revision_requested", "answer"],
    ["dbgap-project", "rejected", "refused"],
    ["dbgap-project", "closeout_submitted", "closeOut"],
    ["dbgap-project", "closed", "closed"],
    ["dbgap-project", "withdrawn", "withdrawn"],
    ["dbgap-project", "suspended", "ended"],
    ["dbgap-project", "approved", "approved"],
    ["ega-application", "account_pending", "asked"],
    ["ega-application", "forms_requested", "asked"],
    ["ega-application", "internal_signature", "sign"],
    ["physionet-credentialed", "prerequisites", "next"],
    ["physionet-credentialed", "to_sign", "sign"],
  ])("of %s at %s is %s", (lifecycle, step, key) => {
    expect(stateSentence(facts(lifecycle, step)).key).toBe(key);
  });

  it("tells until when those who may open the data may", () => {
    const running = { grants: [grant("2027-03-14")], openers: [ana, bo] };
    expect(stateSentence(facts("dbgap-project", "approved", running))).toMatchObject({
      ...{ key: "openTo", who: "youAnd", names: ["Bo Lindqvist"], on: "2027-03-14" },
    });
    const none = { ...running, openers: [] };
    expect(stateSentence(facts("dbgap-project", "approved", none)).key).toBe("openToNobody");
    const open = { ...running, grants: [grant(null)] };
    expect(stateSentence(facts("dbgap-project", "approved", open)).on).toBeNull();
  });

  it("tells of an approval that begins later, and of one that has lapsed", () => {
    const later = { grants: [grant("2028-03-14", "2027-03-15")] };
    expect(stateSentence(facts("dbgap-project", "approved", later))).toMatchObject({
      ...{ key: "later", on: "2027-03-15" },
    });
    const over = { grants: [grant("2027-02-18")] };
    expect(stateSentence(facts("dbgap-project", "approved", over))).toMatchObject({
      ...{ key: "lapsed", on: "2027-02-18" },
    });
  });

  it("tells how long the access lasts while its renewal is under way", () => {
    const renewing = { grants: [grant("2027-03-14")], persons: [ana] };
    expect(stateSentence(facts("dbgap-project", "renewal_draft", renewing))).toMatchObject({
      ...{ key: "write", who: "you", until: "2027-03-14", days: 12 },
    });
  });

  it("takes the team's own median for what is usual once it is told", () => {
    const step = { usual: { expectedDays: 30, chaseAfterDays: 42, source: "" } };
    expect(usualDays(step, undefined)).toBe(30);
    expect(usualDays(step, { quartiles: null })).toBe(30);
    expect(usualDays(step, { quartiles: { median: 17.5 } })).toBe(18);
    expect(usualDays({}, undefined)).toBeNull();
  });
});

/** The sentence as the page words it in a language, with days as they are stored. */
function wordsIn(locale: "en" | "de", messages: typeof en) {
  const t = createTranslator({ locale, messages, namespace: "requestPage.state" });
  return (each: StateFacts) => {
    const { key, names, on, until, usualDays: usual, since: _, ...values } = stateSentence(each);
    return t(key, {
      ...values,
      ...{ archive: "dbGaP", names: names.join(" and "), count: names.length },
      ...{ on: on ?? "none", until: until ?? "none", usual: usual ?? 0 },
      isLate: usual !== null && values.days > usual ? "yes" : "no",
    });
  };
}

describe.each([
  { locale: "en" as const, messages: en },
  { locale: "de" as const, messages: de as typeof en },
])("the sentence in $locale", ({ locale, messages }) => {
  const words = wordsIn(locale, messages);

  it.each(steps)(
    "is whole at $name, whoever reads it and whatever is known",
    ({ lifecycle, step }) => {
      for (const persons of [[], [ana], [bo], [ana, bo], [bo, { id: "chidi", name: "Chidi" }]])
        for (const usual of [null, 0, 1, 30])
          for (const missing of [0, 1, 5])
            for (const grants of [
              [],
              [grant("2027-03-14")],
              [grant(null)],
              [grant("2027-02-18")],
            ]) {
              const more = { persons, openers: persons, usualDays: usual, missing, grants };
              const said = words(facts(lifecycle.id, step.id, more));
              expect(said).toMatch(/^\p{Lu}.*\.$|^dbGaP.*\.$/u);
              expect(said).not.toMatch(/ {2}|undefined|null|requestPage|[{}]| [.,;]|none/);
            }
    },
  );
});

it("reads as people say it", () => {
  const words = wordsIn("en", en);
  expect(words(facts("dbgap-project", "dac_review", { usualDays: 30 }))).toBe(
    "dbGaP’s committee has had it for 12 days; usually it takes 30.",
  );
  const open = { grants: [grant("2027-03-14")], openers: [ana] };
  expect(words(facts("dbgap-project", "approved", open))).toBe("You may open it until 2027-03-14.");
  expect(words(facts("physionet-credentialed", "to_sign", { persons: [bo] }))).toBe(
    "Bo Lindqvist must sign next; it has waited for 12 days.",
  );
});
