import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listHref, readView, writeView } from "./address";
import { DUTY_LIST } from "./duties";
import { REQUEST_LIST } from "./requests";

const ID = "0199a000-0000-7000-8000-000000000001";

describe("the address of a list", () => {
  it("says nothing of what the list shows by itself", () => {
    const view = readView(REQUEST_LIST, {});
    expect(view).toEqual({
      q: "",
      sort: REQUEST_LIST.sort,
      columns: null,
      after: null,
      opened: null,
    });
    expect(listHref("ruiz-lab", REQUEST_LIST, view)).toBe("/t/ruiz-lab/requests");
    expect(readView(DUTY_LIST, {}).q).toBe("state:open");
    expect(listHref("ruiz-lab", DUTY_LIST, { q: "" })).toBe("/t/ruiz-lab/duties?q=");
  });

  it("holds search, order, columns and page, and comes back the same", () => {
    const column = fc.constantFrom(...REQUEST_LIST.columns.map(({ id }) => id));
    const view = fc.record({
      q: fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.trim()),
      sort: fc.record({ column, direction: fc.constantFrom("asc" as const, "desc" as const) }),
      columns: fc.option(fc.subarray(REQUEST_LIST.columns.map(({ id }) => id))),
      opened: fc.constantFrom(null, ID),
      from: fc.option(fc.record({ text: fc.string({ maxLength: 20 }), isBack: fc.boolean() })),
    });
    fc.assert(
      fc.property(view, ({ q, sort, columns, opened, from }) => {
        const order = `${sort.direction === "desc" ? "-" : ""}${sort.column}`;
        const values = [from?.text.replaceAll("\0", "") ?? ""];
        const after = from && { sort: order, values, id: ID, isBack: from.isBack };
        const shown = { q, sort, columns, after, opened };
        const query = Object.fromEntries(new URLSearchParams(writeView(REQUEST_LIST, shown)));
        expect(readView(REQUEST_LIST, query)).toEqual(shown);
      }),
    );
  });

  it("takes whatever cannot be read as if it were not there", () => {
    const part = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.record({ q: part, sort: part, columns: part, after: part, view: part }),
        (query) => {
          const view = readView(REQUEST_LIST, query);
          expect(view.after).toBeNull();
          expect(REQUEST_LIST.columns.map(({ id }) => id)).toEqual(
            expect.arrayContaining(view.columns ?? []),
          );
        },
      ),
    );
  });

  it("begins anew where the page belongs to another order", () => {
    const after = { sort: "ends", values: ["2027-01-01"], id: ID, isBack: false };
    const sort = { column: "ends", direction: "asc" as const };
    const query = Object.fromEntries(new URLSearchParams(writeView(REQUEST_LIST, { after, sort })));
    expect(readView(REQUEST_LIST, query).after).toEqual(after);
    expect(readView(REQUEST_LIST, { ...query, sort: "-ends" }).after).toBeNull();
  });
});
