import { describe, expect, it } from "vitest";
import { DUO_TERMS } from "./duo-terms";
import { NEW_PURPOSE, type PurposeFields, purposeForm, statementsOf } from "./purpose";
import { fieldsOf } from "./purpose-fields";
import { DUO_OF_KIND } from "./purpose-questions";

const typed = (fields: Partial<PurposeFields>): PurposeFields => ({
  ...NEW_PURPOSE,
  name: "Sepsis",
  kinds: ["biomedical"],
  ...fields,
});

const problem = (fields: Partial<PurposeFields>) =>
  purposeForm.safeParse(typed(fields)).error?.issues.map(({ path }) => path.join("."));

describe("a purpose's form", () => {
  it("tidies lists, and keeps diseases only where research on diseases is chosen", () => {
    const diseases = [" asthma ", "asthma", "", "COPD"];
    expect(purposeForm.parse(typed({ kinds: ["disease"], diseases })).diseases).toEqual([
      "asthma",
      "COPD",
    ]);
    expect(purposeForm.parse(typed({ diseases })).diseases).toEqual([]);
  });

  it("asks for a name, a kind of research, and the disease of research on one", () => {
    expect(problem({ name: " " })).toEqual(["name"]);
    expect(problem({ kinds: [] })).toEqual(["kinds"]);
    expect(problem({ kinds: ["disease"], diseases: [" "] })).toEqual(["diseases"]);
  });

  it("refuses what cannot be", () => {
    expect(problem({ until: "2027-02-30" })).toEqual(["until"]);
    expect(problem({ country: "XX" })).toEqual(["country"]);
    expect(problem({ users: Array.from({ length: 51 }, String) })).toEqual(["users"]);
  });
});

describe("a stored purpose", () => {
  it("is read back into the form as it was typed", () => {
    const fields = typed({ until: "2027-06-30", country: "DE", ethics: "yes" });
    const { name, ...statements } = purposeForm.parse(fields);
    expect(fieldsOf(name, statementsOf(JSON.parse(JSON.stringify(statements))))).toEqual(fields);
    const open = purposeForm.parse(typed({}));
    expect(statementsOf({ ...open, name: undefined }).until).toBeNull();
  });

  it("says nothing where it cannot be read", () => {
    for (const stored of [null, "text", { kinds: ["unheard of"] }, { ethics: 3 }]) {
      expect(statementsOf(stored).kinds).toEqual([]);
    }
  });
});

it("names the ontology's term for a kind of research", () => {
  const known = DUO_TERMS.filter(({ kind }) => kind === "investigation").map(({ code }) => code);
  const used = Object.values(DUO_OF_KIND).filter((code) => code !== null);
  expect(used.filter((code) => !known.includes(code))).toEqual([]);
});
