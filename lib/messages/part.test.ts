import { expect, it } from "vitest";
import { partOf, together } from "./part";

const WORDS = {
  shell: { menu: "Menu" },
  requests: { status: { draft: "Draft" }, title: "Requests" },
};

it("takes whole namespaces and parts of them", () => {
  expect(partOf(WORDS, ["shell", "requests.status"])).toEqual({
    shell: { menu: "Menu" },
    requests: { status: { draft: "Draft" } },
  });
  expect(partOf(WORDS, [])).toEqual({});
});

it("a part beside its whole adds nothing and takes nothing away", () => {
  expect(partOf(WORDS, ["requests.status", "requests"])).toEqual({ requests: WORDS.requests });
  expect(partOf(WORDS, ["requests", "requests.title"])).toEqual({ requests: WORDS.requests });
});

it("takes a compiled message for one, not for words", () => {
  const compiled = { requests: { count: ["There are ", ["count"]], title: "Requests" } };
  expect(partOf(compiled, ["requests.count", "requests"])).toEqual(compiled);
  expect(() => partOf(compiled, ["requests.count.0"])).toThrow("no words under count");
});

it("does not know words that are not there", () => {
  expect(() => partOf(WORDS, ["request"])).toThrow("no words under request");
  expect(() => partOf(WORDS, ["requests.title.long"])).toThrow("no words under title");
});

it("puts words together, the later ones winning", () => {
  expect(together({ a: { x: "1", y: "2" } }, { a: { y: "3", z: "4" }, b: "5" })).toEqual({
    a: { x: "1", y: "3", z: "4" },
    b: "5",
  });
});
