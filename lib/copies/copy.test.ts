import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import { copiesInTheWay, copyProblem, copyTree, destructionProblem, refusalOf } from "./copy";
import { destroyCopyForm, registerCopyForm } from "./forms";

const TODAY = day("2026-11-22");
const open = { kind: "copy", destroyedOn: null };

describe("what stands in the way of an end", () => {
  test("is every copy not destroyed, backups, derivatives and models included", () => {
    const kinds = ["copy", "backup", "derivative", "model", "archival"];
    const copies = kinds.map((kind) => ({ kind, destroyedOn: null }));
    const strict = copiesInTheWay(copies, { mayKeepArchivalCopy: false });
    expect(strict.map(({ kind }) => kind)).toEqual(kinds);
    const lenient = copiesInTheWay(copies, { mayKeepArchivalCopy: true });
    expect(lenient.map(({ kind }) => kind)).toEqual(kinds.slice(0, 4));
    expect(
      copiesInTheWay([{ ...open, destroyedOn: TODAY }], { mayKeepArchivalCopy: false }),
    ).toEqual([]);
  });

  test("is named, five at most, the rest counted", () => {
    const copies = Array.from({ length: 7 }, (_, i) => ({
      what: `Copy ${i}`,
      place: `/data/${i}`,
    }));
    expect(refusalOf(copies.slice(0, 1))).toBe(
      "One copy is still open: “Copy 0” (/data/0). Destroy it and record how, then go on.",
    );
    expect(refusalOf(copies)).toMatch(
      /^7 copies are still open: .*“Copy 4” \(\/data\/4\) and 2 more\./,
    );
  });
});

describe("a copy", () => {
  const madeOf = new Map<string, { madeOfId: string | null; putOn: Day }>([
    ["raw", { madeOfId: null, putOn: day("2026-03-01") }],
    ["derived", { madeOfId: "raw", putOn: day("2026-05-01") }],
  ]);
  const facts = { id: null, putOn: TODAY, madeOfId: null, today: TODAY, madeOf };

  test("is put there by today, not before what it was made of, nor after what was made of it", () => {
    expect(copyProblem(facts)).toBeNull();
    expect(copyProblem({ ...facts, putOn: addDays(TODAY, 1) })?.field).toBe("putOn");
    expect(copyProblem({ ...facts, madeOfId: "raw" })).toBeNull();
    expect(copyProblem({ ...facts, madeOfId: "raw", putOn: day("2026-02-28") })?.field).toBe(
      "putOn",
    );
    expect(copyProblem({ ...facts, id: "raw", putOn: day("2026-05-02") })?.field).toBe("putOn");
  });

  test("is not made of itself, nor of what was made of it", () => {
    const raw = { ...facts, id: "raw", putOn: day("2026-03-01") };
    expect(copyProblem({ ...raw, madeOfId: "raw" })?.field).toBe("madeOfId");
    const derived = { ...raw, madeOfId: "derived", putOn: day("2026-05-01") };
    expect(copyProblem(derived)?.field).toBe("madeOfId");
  });
});

test("a copy is destroyed between its first day and today, before somebody else's eyes", () => {
  const done = { destroyedOn: TODAY, by: "Ana", witness: "Bo" };
  const around = { putOn: day("2026-03-01"), today: TODAY };
  expect(destructionProblem(done, around)).toBeNull();
  expect(destructionProblem({ ...done, destroyedOn: addDays(TODAY, 1) }, around)?.field).toBe(
    "destroyedOn",
  );
  expect(destructionProblem({ ...done, destroyedOn: day("2026-02-28") }, around)?.field).toBe(
    "destroyedOn",
  );
  expect(destructionProblem({ ...done, witness: "ANA" }, around)?.field).toBe("witness");
});

describe("the tree of copies", () => {
  test("puts what was made of a copy below it", () => {
    const copies = [
      { id: "model", madeOfId: "derived" },
      { id: "raw", madeOfId: null },
      { id: "derived", madeOfId: "raw" },
      { id: "other", madeOfId: "elsewhere" },
    ];
    expect(copyTree(copies).map(({ copy, depth }) => [copy.id, depth])).toEqual([
      ...[
        ["raw", 0],
        ["derived", 1],
        ["model", 2],
        ["other", 0],
      ],
    ]);
  });

  test("holds each copy exactly once, whatever was made of what", () => {
    const arbitrary = fc.array(fc.nat({ max: 20 }), { maxLength: 20 }).map((sources) =>
      // Made of an earlier one, as the rules demand.
      sources.map((source, i) => ({ id: `${i}`, madeOfId: source < i ? `${source}` : null })),
    );
    fc.assert(
      fc.property(arbitrary, (copies) => {
        const ids = copyTree(copies).map(({ copy }) => copy.id);
        expect(ids.toSorted()).toEqual(copies.map(({ id }) => id).toSorted());
      }),
    );
  });
});

test("the forms say what is missing, at its field", () => {
  const copy = {
    ...{ kind: "copy", what: " ", placeKind: "server", place: "", putById: "", putOn: "" },
    ...{ requestId: "", unitIds: [], madeOfId: "" },
  };
  const commandId = crypto.randomUUID();
  const { error } = registerCopyForm.safeParse({ commandId, copy });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([
    ...["copy.what", "copy.place", "copy.putById", "copy.putOn", "copy.unitIds"],
  ]);
  const destruction = {
    destroyedOn: "",
    method: "",
    destroyedById: "",
    witness: "",
    documentId: "",
  };
  const second = destroyCopyForm.safeParse({ id: commandId, version: 1, destruction });
  expect(second.error?.issues.map(({ path }) => path.at(-1))).toEqual([
    ...["destroyedOn", "method", "destroyedById", "witness"],
  ]);
});
