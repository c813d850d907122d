import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeViewForm, saveViewForm } from "./saved-view";
import { viewHref, viewQuery } from "./view-query";

describe("the address of a view", () => {
  it("is kept without its page and without the view that was opened", () => {
    const view = "0b9c8a3e-0000-4000-8000-000000000000";
    expect(viewQuery(`?sort=-ends&after=abc&q=archive%3Aega&view=${view}`)).toBe(
      "q=archive%3Aega&sort=-ends",
    );
  });

  it("is the same text however its keys are ordered and written", () => {
    expect(viewQuery("sort=ends&q=a+b")).toBe(viewQuery("?q=a%20b&sort=ends"));
  });

  it("keeps an empty search, which asks for all where the list itself asks for some", () => {
    expect(viewQuery("?q=")).toBe("q=");
    expect(viewQuery("?")).toBe("");
  });

  it("stays what it is when it is read again", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (address) => {
        const once = viewQuery(new URLSearchParams(address).toString());
        expect(viewQuery(once)).toBe(once);
      }),
    );
  });

  it("leads back to the same list, naming the view", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (q) => {
        const query = viewQuery(`q=${encodeURIComponent(q)}`);
        const href = viewHref("/t/lab/requests", { id: "one", query });
        const { pathname, search, searchParams } = new URL(href, "https://example.org");
        expect(pathname).toBe("/t/lab/requests");
        expect(searchParams.get("view")).toBe("one");
        expect(viewQuery(search)).toBe(query);
      }),
    );
  });
});

describe("what is sent of a view", () => {
  const id = "0b9c8a3e-0000-4000-8000-000000000000";
  const view = { commandId: id, list: "units", query: "sort=ends&after=x", isShared: false };

  it("is tidied", () => {
    expect(saveViewForm.parse({ ...view, name: " Ends soon  " })).toMatchObject({
      ...{ name: "Ends soon", query: "sort=ends" },
    });
  });

  it("needs a name of one line, and a list that there is", () => {
    for (const name of ["", " ", "a\nb", "x".repeat(81)]) {
      expect(saveViewForm.safeParse({ ...view, name }).success).toBe(false);
    }
    expect(saveViewForm.safeParse({ ...view, name: "A", list: "secrets" }).success).toBe(false);
    expect(changeViewForm.safeParse({ id, version: 1, name: "" }).success).toBe(false);
    expect(changeViewForm.safeParse({ id, version: 1 }).success).toBe(true);
  });
});
