import { expect, test } from "vitest";
import { compare } from "./compare";

interface Row {
  slug: string;
  tags: string[];
  id?: number;
}
const key = (row: Row) => row.slug;

test("new, changed and vanished rows are told apart, and equal ones are left alone", () => {
  const existing: Row[] = [
    { id: 1, slug: "same", tags: ["a"] },
    { id: 2, slug: "changed", tags: ["a"] },
    { id: 3, slug: "gone", tags: [] },
  ];
  const wanted: Row[] = [
    { slug: "same", tags: ["a"] },
    { slug: "changed", tags: ["a", "b"] },
    { slug: "new", tags: [] },
  ];
  expect(compare(existing, wanted, key)).toEqual({
    create: [wanted[2]],
    update: [wanted[1]],
    gone: [existing[2]],
  });
});

test("columns that the files do not decide make no difference", () => {
  expect(compare([{ id: 1, slug: "x", tags: [] }], [{ slug: "x", tags: [] }], key)).toEqual({
    create: [],
    update: [],
    gone: [],
  });
});
