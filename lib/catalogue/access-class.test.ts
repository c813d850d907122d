import { expect, test } from "vitest";
import { ACCESS_CLASSES, compareAccessClasses, isGated } from "./access-class";

test("only what needs a signature or a person is gated", () => {
  expect(ACCESS_CLASSES.filter(isGated)).toEqual([
    "click_through_dua",
    "credentialed",
    "controlled",
  ]);
});

test("classes sort from open to controlled", () => {
  expect([...ACCESS_CLASSES].reverse().sort(compareAccessClasses)).toEqual(ACCESS_CLASSES);
});
