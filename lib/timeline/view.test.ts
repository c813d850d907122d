import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIMELINE_KINDS } from "./entry";
import { anyDay } from "./sample-entries";
import { timelineView } from "./view";
import { GROUPINGS, writeTimelineView } from "./view-query";
import { ZOOMS } from "./window";

const PLAIN = timelineView.parse({});

describe("the view in the address", () => {
  it("says nothing where nothing was chosen", () => {
    expect(writeTimelineView(PLAIN)).toBe("");
    expect(PLAIN).toMatchObject({ zoom: "1y", group: "person", as: "chart", page: 1 });
    expect(PLAIN.kinds).not.toContain("account");
  });

  it("reads back what it wrote", () => {
    const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const anyView = fc.record({
      zoom: fc.constantFrom(...ZOOMS),
      from: optional(anyDay),
      group: fc.constantFrom(...GROUPINGS),
      kinds: fc
        .subarray([...TIMELINE_KINDS], { minLength: 1 })
        .map((some) => TIMELINE_KINDS.filter((kind) => some.includes(kind))),
      person: optional(fc.oneof(fc.constant("me"), fc.uuid())),
      archive: optional(fc.stringMatching(/^[a-z]{1,20}$/)),
      data: optional(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/)),
      as: fc.constantFrom("chart" as const, "list" as const),
      page: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(anyView, (view) => {
        const query = Object.fromEntries(new URLSearchParams(writeTimelineView(view)));
        expect(timelineView.parse(query)).toEqual(view);
      }),
    );
  });

  it("takes several boxes of a form, and passes over what it cannot read", () => {
    expect(timelineView.parse({ kinds: ["duty", "access"] }).kinds).toEqual(["access", "duty"]);
    expect(
      timelineView.parse({
        ...{ zoom: "5y", from: "2027-02-30", group: "colour", kinds: "none", person: "Ana" },
        ...{ archive: "DROP TABLE", data: "../..", as: "poem", page: "-1" },
      }),
    ).toEqual(PLAIN);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(PLAIN), "from"), fc.string()),
        (query) => {
          expect(() => timelineView.parse(query)).not.toThrow();
        },
      ),
    );
  });
});
