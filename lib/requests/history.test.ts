import { expect, it } from "vitest";
import { foldHistory } from "./history";

const edit = (actorName: string, ...fields: string[]) => ({
  action: "request.edited",
  actorName,
  requestId: "r",
  data: { fields },
});
const move = { action: "request.moved", actorName: "Ana", requestId: "r", data: {} };

it("folds edits of one person that follow each other, with all their fields", () => {
  const folded = foldHistory([edit("Ana", "title"), edit("Ana", "pi", "title"), edit("Bo", "pi")]);
  expect(folded.map(({ actorName, lines, details }) => [actorName, lines.length, details])).toEqual(
    [
      ["Ana", 2, ["title", "pi"]],
      ["Bo", 1, ["pi"]],
    ],
  );
});

it("keeps apart what something else happened between, and other requests", () => {
  const elsewhere = { ...edit("Ana", "pi"), requestId: "other" };
  expect(foldHistory([edit("Ana", "title"), move, edit("Ana", "title"), elsewhere])).toHaveLength(
    4,
  );
});

it("folds reminders that went to several persons", () => {
  const sent = (to: string) => ({ ...move, action: "reminder.sent", data: { to } });
  const [line] = foldHistory([sent("Ana"), sent("Bo"), sent("Ana")]);
  expect(line?.details).toEqual(["Ana", "Bo"]);
});

it("never folds moves", () => {
  expect(foldHistory([move, move])).toHaveLength(2);
});
