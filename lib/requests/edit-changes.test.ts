import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields } from "./draft";
import { editChanges, keptBefore } from "./edit-changes";
import { foldHistory } from "./history";

let count = 0;
const line = (action: string, data: unknown = {}, actorName = "Ana") => ({
  ...{ id: `l${++count}`, action, actorName, requestId: "r", data },
});
const edit = (was: Record<string, unknown>, actorName = "Ana") =>
  line("request.edited", { fields: Object.keys(was), was }, actorName);

describe("what an edit changed", () => {
  it("is what it found, and what the next later edit found or the form holds now", () => {
    const newer = edit({ aim: "Lungs" }, "Bo");
    const older = edit({ aim: null, title: "First" });
    const changes = editChanges(foldHistory([newer, older]), {
      aim: "Lungs and heart",
      title: "T",
    });
    expect(changes.get(newer.id)).toEqual([
      { name: "aim", before: "Lungs", after: "Lungs and heart" },
    ]);
    expect(changes.get(older.id)).toEqual([
      { name: "aim", before: undefined, after: "Lungs" },
      { name: "title", before: "First", after: "T" },
    ]);
  });

  it("is told of folded edits as of one", () => {
    const lines = [edit({ aim: "Lu" }), edit({ aim: "L" }), edit({ aim: null })];
    const changes = editChanges(foldHistory(lines), { aim: "Lungs" });
    expect([...changes.values()]).toEqual([[{ name: "aim", before: undefined, after: "Lungs" }]]);
    expect(editChanges(foldHistory(lines), {}).size).toBe(0);
  });

  it("is not told where an edit kept nothing, or something else wrote answers in between", () => {
    const bare = line("request.edited", { fields: ["aim"] });
    const older = edit({ aim: "Lungs", title: "A" }, "Bo");
    const now = { aim: "Heart", title: "B" };
    const afterBare = editChanges(foldHistory([bare, older]), now);
    expect(afterBare.get(bare.id)).toBeUndefined();
    expect(afterBare.get(older.id)).toEqual([{ name: "title", before: "A", after: "B" }]);
    const renewed = editChanges(foldHistory([line("renewal.begun"), older]), now);
    expect(renewed.size).toBe(0);
    const again = edit({ aim: "Hearts" }, "Bo");
    const oldest = edit({ aim: "Lung" });
    const both = editChanges(foldHistory([line("renewal.begun"), again, oldest]), now);
    expect(both.get(oldest.id)).toEqual([{ name: "aim", before: "Lung", after: "Hearts" }]);
  });

  it("leads back from the form of today to every form that there was", () => {
    const form = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.string({ maxLength: 4 }));
    const forms = fc.array(form, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(forms, (states) => {
        const lines = states.slice(1).flatMap((after, index) => {
          const before = states[index] ?? {};
          const changed = changedFields(before, after);
          const who = index % 3 === 0 ? "Ana" : "Bo";
          return changed.length > 0 ? [edit(keptBefore(before, changed), who)] : [];
        });
        const folded = foldHistory(lines.toReversed());
        const now = states.at(-1) ?? {};
        const changes = editChanges(folded, now);
        let form = now as Record<string, unknown>;
        for (const { id } of folded) {
          for (const { name, before, after } of changes.get(id) ?? []) {
            expect(changedFields({ x: form[name] }, { x: after })).toEqual([]);
            form = { ...form, [name]: before };
          }
        }
        expect(changedFields(form, states[0] ?? {})).toEqual([]);
      }),
    );
  });
});
