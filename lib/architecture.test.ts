import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ARCHIVES } from "./archives";
import { collect, exportedFunctions, parse, sourceFiles, textOf } from "./test-sources";

const CODE = "{app,components,lib,prisma,e2e}/**/*.{ts,tsx,mjs,cjs}";
const isTest = (file: string) => /\.test\.tsx?$|\/(sample|test)-[^/]+$/.test(file);

/** What the first parameter of a service may be. */
const ACTORS =
  /^(Actor|Member|Job|SignedIn|Visitor|TeamActor)( \| (Member|Job|SignedIn|Visitor))*$/;

describe("every service", () => {
  // What every service stands on: it acts for one that has asked already.
  const foundation = /\/(transaction|list-pages|queue|limits)\.ts$/;
  const services = sourceFiles("lib/services/*.ts").filter(
    (file) => !isTest(file) && !foundation.test(file),
  );
  const open = services.flatMap((file) =>
    exportedFunctions(parse(file))
      // Parts of a service get its transaction; what is neither asynchronous cannot reach rows.
      .filter(({ isAsync, first }) => isAsync && first?.type !== "Tx")
      .map((each) => ({ ...each, where: `${file} ${each.name}` })),
  );

  it.each(open)("$where is told first who asks", ({ first }) => {
    expect(first?.type).toMatch(ACTORS);
  });

  it.each(open)("$where first asks whether they may", ({ first, opening }) => {
    expect(opening.replace(/\s+/g, " ")).toMatch(new RegExp(`^authorise\\(\\s*${first?.name}, `));
  });
});

describe("the code", () => {
  const files = sourceFiles(CODE);
  /** Files that have one of the words; only these are worth parsing. */
  const having = (...words: string[]) => {
    return files.filter((file) => words.some((word) => textOf(file).includes(word)));
  };

  it("names no archive where an archive is only one of several", () => {
    const codes = new Set(ARCHIVES.map(({ code }) => code));
    const mayName =
      /^lib\/(archives\/|catalogue\/(identif|check))|^prisma\/(catalogue|demo)\/|^e2e\//;
    const named = having(...codes)
      .filter((file) => !mayName.test(file) && !isTest(file))
      .flatMap((file) =>
        collect(parse(file), (node) =>
          (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && codes.has(node.text)
            ? node.text
            : undefined,
        ).map(({ line, found }) => `${file}:${line} ${found}`),
      );
    expect(named).toEqual([]);
  });

  it("reads settings in one place", () => {
    const mayRead = /^lib\/(env\.ts|launch\/|vitest\.config\.ts)|^e2e\//;
    const reads = having("process.env")
      .filter((file) => !mayRead.test(file) && !isTest(file))
      .flatMap((file) =>
        collect(parse(file), (node) =>
          ts.isPropertyAccessExpression(node) && node.getText() === "process.env"
            ? file
            : undefined,
        ).map(({ line }) => `${file}:${line}`),
      );
    expect(reads).toEqual([]);
  });

  it("is kept in files of 300 lines at most", () => {
    const long = [
      ...files,
      ...sourceFiles("{app,components}/**/*.css"),
      ...sourceFiles("*.{ts,js}"),
    ]
      .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it("gives every file a name that says what it holds", () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.[^/]+$)/;
    const barrel = /(^|\/)index\.tsx?$/;
    const named = files.filter(
      (file) =>
        empty.test(file) ||
        (barrel.test(file) && !/^lib\/archives\/([^/]+\/)?index\.ts$/.test(file)),
    );
    expect(named).toEqual([]);
  });
});
