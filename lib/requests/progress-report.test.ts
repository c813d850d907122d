import { describe, expect, test } from "vitest";
import { archiveByCode } from "../archives/index";
import { OUTPUT_KINDS } from "../archives/renewal";
import { day } from "../dates/day";
import {
  firstReport,
  lineOf,
  readReport,
  type Tellable,
  withLine,
  withoutLine,
} from "./progress-report";

const paper: Tellable = {
  id: "p",
  kind: "publication",
  on: day("2026-05-03"),
  title: "Genes of age",
  reference: "10.1000/xyz",
};
const talk: Tellable = { ...paper, id: "t", kind: "presentation", title: "A talk", reference: "" };
const leak: Tellable = {
  ...paper,
  id: "i",
  kind: "incident",
  title: "A lost disk",
  reference: "Wiped.",
};
const renewalOf = (code: string, lifecycle: string) => {
  const found = archiveByCode(code)?.renewal(lifecycle);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe("a progress report", () => {
  test("begins with all that there is to tell, each under its question, oldest first", () => {
    const older = { ...paper, id: "o", on: day("2026-01-01"), title: "Older" };
    const report = firstReport(renewalOf("dbgap", "dbgap-project"), [paper, talk, leak, older]);
    expect(report).toEqual({
      answers: {
        publications: "Older (1 Jan 2026). 10.1000/xyz\nGenes of age (3 May 2026). 10.1000/xyz",
        presentations: "A talk (3 May 2026)",
        violations: "A lost disk (3 May 2026). Wiped.",
      },
      told: ["o", "p", "t", "i"],
    });
  });

  test("is empty where nothing is renewed", () => {
    const signed = renewalOf("physionet", "physionet-credentialed");
    expect(firstReport(signed, [paper])).toEqual({ answers: {}, told: [] });
  });

  test("has a place for every kind of output that its archive asks about", () => {
    const lifecycles = [
      ["dbgap", "dbgap-project"],
      ["ega", "ega-application"],
      ["physionet", "physionet-contributor"],
    ] as const;
    for (const [code, lifecycle] of lifecycles) {
      const renewal = renewalOf(code, lifecycle);
      if (renewal.how === "not_renewable") throw new Error(`${code} renews nothing`);
      const questions = renewal.progress.flatMap(({ fields }) => fields.map(({ id }) => id));
      for (const kind of OUTPUT_KINDS) expect(questions, kind).toContain(renewal.tells[kind]);
    }
  });
});

describe("a line of a report", () => {
  test("is added once, and taken out as it was added", () => {
    const line = lineOf(paper);
    const text = withLine("What we wrote.", line);
    expect(text).toBe(`What we wrote.\n${line}`);
    expect(withLine(text, line)).toBe(text);
    expect(withoutLine(text, line)).toBe("What we wrote.");
  });

  test("stays where somebody changed it by hand", () => {
    const changed = `${lineOf(paper)} (in press)`;
    expect(withoutLine(changed, lineOf(paper))).toBe(changed);
  });
});

test("what is stored otherwise is no report", () => {
  expect(readReport({})).toBeNull();
  expect(readReport(null)).toBeNull();
  expect(readReport({ answers: { a: "b" }, told: [] })).toEqual({ answers: { a: "b" }, told: [] });
});
