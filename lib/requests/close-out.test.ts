import { describe, expect, test } from "vitest";
import type { Archive } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { cannotCloseOut, isBinding, isMadeByCloseOut, moveOfStep, nextStep } from "./close-out";
import { findLifecycle, findMove } from "./lifecycle";

const DBGAP = archiveByCode("dbgap") as Archive;
const PROJECT = findLifecycle(DBGAP, "dbgap-project");
const RULES = DBGAP.closeOut(PROJECT.id);
const taken = (count: number) => RULES.steps.slice(0, count).map(({ id }) => ({ step: id }));
const item = (id: string, step: string, granted = true) => ({
  ...{ id, step, granted, stepSince: day("2026-03-01") },
});

test("steps follow each other, and none comes after the last", () => {
  const order = [0, 1, 2, 3, 4, 5].map((count) => nextStep(RULES, taken(count))?.id);
  expect(order).toEqual([...RULES.steps.map(({ id }) => id), undefined]);
});

test("there is a way back until the archive was told", () => {
  expect([3, 4].map((count) => isBinding(RULES, taken(count)))).toEqual([false, true]);
});

describe("a request", () => {
  test("is closed out from its approvals, and only from there", () => {
    expect(cannotCloseOut(PROJECT, RULES, [item("a", "approved")])).toBeNull();
    expect(cannotCloseOut(PROJECT, RULES, [item("a", "approved", false)])).toContain("no approval");
    expect(cannotCloseOut(PROJECT, RULES, [])).toContain("no approval");
  });

  test("waits while another approval of it is under review", () => {
    const items = [item("a", "approved"), item("b", "dac_review")];
    expect(cannotCloseOut(PROJECT, RULES, items)).toContain("“DAC review”");
  });

  test("takes every approval along when the archive is told", () => {
    const submission = RULES.steps.find(({ move }) => move !== undefined) ?? expect.fail();
    const items = [item("a", "approved"), item("b", "withdrawn", false), item("c", "approved")];
    expect(moveOfStep(PROJECT, submission, items)).toMatchObject({
      ...{ move: { id: "start_close_out" }, itemIds: ["a", "c"] },
    });
    expect(moveOfStep(PROJECT, RULES.steps[0] ?? expect.fail(), items)).toBeNull();
  });
});

test("a move that ends the last approval is made by the close-out, one of several is not", () => {
  const ega = archiveByCode("ega") as Archive;
  const application = findLifecycle(ega, "ega-application");
  const close = findMove(application, "close") ?? expect.fail();
  const revoke = findMove(application, "revoke") ?? expect.fail();
  const rules = ega.closeOut(application.id);
  const granted = { granted: true };
  expect(isMadeByCloseOut(rules, close, [granted])).toBe(true);
  expect(isMadeByCloseOut(rules, close, [granted, granted, { granted: false }])).toBe(false);
  expect(isMadeByCloseOut(rules, revoke, [granted])).toBe(false);
  const confirm = findMove(PROJECT, "confirm_destruction") ?? expect.fail();
  expect(isMadeByCloseOut(RULES, confirm, [granted, granted])).toBe(true);
});
