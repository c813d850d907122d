import { describe, expect, test } from "vitest";
import { ARCHIVES } from "./index";

const LIFECYCLES = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map((lifecycle) => ({
    ...{ id: lifecycle.id, archive, lifecycle, renewal: archive.renewal(lifecycle.id) },
  })),
);
const initial = ({ rules }: (typeof ARCHIVES)[number]) =>
  Object.fromEntries(rules.map((rule) => [rule.id, rule.initial]));

describe.each(LIFECYCLES)("$id", ({ archive, lifecycle, renewal }) => {
  const { moves, steps } = lifecycle;
  const begins = moves.filter(({ effect }) => effect === "renew");
  const keeps = moves.filter(({ effect }) => effect === "keep");

  if (renewal.how === "not_renewable") {
    test("renews nothing, and says what to do instead", () => {
      expect([...begins, ...keeps]).toEqual([]);
      expect(renewal.why).toMatch(/\.$/);
      expect(renewal.instead).toMatch(/\.$/);
    });
    return;
  }

  test("has one way to begin a renewal, and one to give it up from wherever it stands", () => {
    expect(begins).toHaveLength(1);
    expect(keeps).toHaveLength(1);
    const [begin] = begins;
    const [keep] = keeps;
    expect(keep?.to).toBe(begin?.from[0]);
    const approved = steps.find(({ id }) => id === begin?.from[0]);
    expect(approved?.status).toBe("approved");
    expect(keep?.from).toContain(begin?.to);
  });

  test("writes it where nothing is filed yet, and files it from there", () => {
    const [begin] = begins;
    const draft = steps.find(({ id }) => id === begin?.to);
    expect(draft).toMatchObject({ status: "draft", editable: true });
    const filing = moves.filter(
      ({ effect, from }) => effect === "file" && from.includes(begin?.to ?? ""),
    );
    expect(filing).toMatchObject([{ only: "granted" }]);
  });

  test("never lets what is approved go by the ways of a first request", () => {
    const over = steps.filter(({ status }) => status === "withdrawn").map(({ id }) => id);
    for (const move of moves.filter(({ to }) => over.includes(to))) {
      expect(move.only, move.id).toBe("not_granted");
    }
  });

  test("opens its window before the last safe day, and says whose figures these are", () => {
    const window = renewal.window(initial(archive));
    if (window.opensDaysBefore !== null) {
      expect(window.opensDaysBefore).toBeGreaterThan(window.lastSafeDaysBefore);
    }
    expect(window.lastSafeDaysBefore).toBe(archive.terms(lifecycle.id).endDuty.safeDaysBefore);
    expect(window.unconfirmed).toMatch(/advice/);
  });

  test("asks each question of its report once, with a source, and tells into those only", () => {
    const fields = renewal.progress.flatMap((section) => section.fields);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const field of fields) expect(field.source, field.id).toBeTruthy();
    const ids = fields.filter(({ kind }) => kind === "textarea").map(({ id }) => id);
    for (const id of Object.values(renewal.tells)) expect(ids).toContain(id);
  });
});
