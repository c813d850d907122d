import { describe, expect, it } from "vitest";
import en from "../messages/en.json";
import { actionsOf, HISTORY_KINDS, historyKind } from "./history-kinds";

const ACTIONS = Object.entries(en.events).flatMap(([subject, verbs]) =>
  typeof verbs === "string" ? [] : Object.keys(verbs).map((verb) => `${subject}.${verb}`),
);

describe("the kinds of a history", () => {
  it.each(HISTORY_KINDS)("%s begin as actions do that somebody can read of", (kind) => {
    for (const beginning of actionsOf(kind))
      expect(
        ACTIONS.filter((action) => action.startsWith(beginning)),
        beginning,
      ).not.toEqual([]);
  });

  it("share no action", () => {
    for (const action of ACTIONS) {
      const kinds = HISTORY_KINDS.filter((kind) =>
        actionsOf(kind).some((beginning) => action.startsWith(beginning)),
      );
      expect(kinds.length, action).toBeLessThanOrEqual(1);
    }
  });

  it("are read from an address, where all else means all of it", () => {
    expect(historyKind("edits")).toBe("edits");
    expect(historyKind(["edits"])).toBeNull();
    expect(historyKind("everything")).toBeNull();
  });
});
