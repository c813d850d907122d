import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { collect, parse, sourceFiles } from "../test-sources";

// What a client component says has to be given to it, by a layout around its page or by the frame of
// all pages: this walks from each page to the client components that it shows, now or later.

const FRAME = "components/words/words.tsx";

interface Module {
  isClient: boolean;
  /** The words it asks for by `useTranslations`, as written. */
  asks: string[];
  imports: string[];
}

const modules = new Map<string, Module>();
const known = new Set(sourceFiles("{app,components,lib}/**/*.{ts,tsx}"));

function fileOf(specifier: string, from: string): string[] {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  return [`${base}.ts`, `${base}.tsx`].filter((file) => known.has(file));
}

const textOfLiteral = (node: ts.Node | undefined): string[] => {
  if (!node) return [];
  return collect(node, (inner) => {
    if (ts.isStringLiteralLike(inner)) return inner.text;
    return ts.isTemplateHead(inner) ? inner.text : undefined;
  }).map(({ found }) => found);
};

/** The modules that code is taken from: types and server actions are none. */
function importsOf(tree: ts.SourceFile): string[] {
  return collect(tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const areTypes =
        bindings !== undefined &&
        ts.isNamedImports(bindings) &&
        bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
      return node.importClause?.isTypeOnly || areTypes ? undefined : node.moduleSpecifier;
    }
    if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
    const isCall =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    return isCall ? node.arguments[0] : undefined;
  }).flatMap(({ found }) => (ts.isStringLiteral(found) ? [found.text] : []));
}

function moduleOf(file: string): Module {
  const before = modules.get(file);
  if (before) return before;
  const tree = parse(file);
  const [first] = tree.statements;
  const directive =
    first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
      ? first.expression.text
      : "";
  const asks = collect(tree, (node) => {
    const isAsk = ts.isCallExpression(node) && node.expression.getText(tree) === "useTranslations";
    return isAsk ? node : undefined;
  }).flatMap(({ found }) => {
    const texts = textOfLiteral(found.arguments[0]);
    return texts.length > 0 ? texts : [`everything, in ${file}`];
  });
  const imports =
    directive === "use server" ? [] : importsOf(tree).flatMap((one) => fileOf(one, file));
  const made = { isClient: directive === "use client", asks, imports };
  modules.set(file, made);
  return made;
}

/** What the client components that a file leads to ask for. */
function askedFrom(file: string): Set<string> {
  const asked = new Set<string>();
  const seen = new Set<string>();
  const ways: { file: string; isClient: boolean }[] = [{ file, isClient: false }];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const { isClient: is, asks, imports } = moduleOf(way.file);
    const isClient = way.isClient || is;
    const key = `${way.file} ${isClient}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isClient) for (const ask of asks) asked.add(ask);
    ways.push(...imports.map((next) => ({ file: next, isClient })));
  }
  return asked;
}

/** The words that a file gives by `<Words of={[…]}>`. */
function givenBy(file: string): string[] {
  return collect(parse(file), (node) =>
    ts.isJsxAttribute(node) && node.name.getText() === "of" ? node.initializer : undefined,
  ).flatMap(({ found }) => textOfLiteral(found));
}

const everywhere = collect(parse(FRAME), (node) =>
  ts.isVariableDeclaration(node) && node.name.getText() === "EVERYWHERE"
    ? node.initializer
    : undefined,
).flatMap(({ found }) => textOfLiteral(found));

function layoutsAround(file: string): string[] {
  const folders = path.posix.dirname(file).split("/");
  return folders
    .map((_, depth) => `${folders.slice(0, depth + 1).join("/")}/layout.tsx`)
    .filter((layout) => known.has(layout));
}

it.each(sourceFiles("app/**/{page,layout,error,not-found,loading}.tsx"))(
  "%s gives its client components their words",
  (file) => {
    const given = [...everywhere, ...givenBy(file), ...layoutsAround(file).flatMap(givenBy)];
    const isGiven = (ask: string) => given.some((one) => ask === one || ask.startsWith(`${one}.`));
    expect([...askedFrom(file)].filter((ask) => !isGiven(ask))).toEqual([]);
  },
);
