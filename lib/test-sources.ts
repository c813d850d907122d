import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.join(import.meta.dirname, "..");
const SKIPPED = /(^|\/)(node_modules|\.next|prisma\/client)(\/|$)/;

/** For tests about the code itself: paths from the project's root, in order, that match a pattern. */
export function sourceFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT, exclude: (name) => SKIPPED.test(name) })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !SKIPPED.test(file))
    .toSorted();
}

/** The text of a file, by its path from the project's root. */
export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** The syntax tree of a file. */
export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
}

/** Every node within a node for which `choose` gives an answer, with the line it stands on. */
export function collect<T>(
  within: ts.Node,
  choose: (node: ts.Node) => T | undefined,
): { line: number; found: T }[] {
  const tree = within.getSourceFile();
  const all: { line: number; found: T }[] = [];
  const visit = (node: ts.Node) => {
    const found = choose(node);
    const at = () => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (found !== undefined) all.push({ line: at(), found });
    ts.forEachChild(node, visit);
  };
  visit(within);
  return all;
}

function isExported(node: ts.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The names under which a file exports values (not types), except its default export. */
export function exportedNames(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.exportClause) {
      return ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.filter((e) => !e.isTypeOnly).map((e) => e.name.text)
        : [];
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((each) => each.name.getText(tree));
    }
    const isValue = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
    return isValue && statement.name ? [statement.name.text] : [];
  });
}

/** A function that a file exports. */
export interface ExportedFunction {
  name: string;
  isAsync: boolean;
  /** Name and written type of its first parameter. */
  first?: { name: string; type: string };
  /** Its first statement as it is written; empty for an empty body. */
  opening: string;
}

/** The functions that a file exports by declaration. */
export function exportedFunctions(tree: ts.SourceFile): ExportedFunction[] {
  return tree.statements
    .filter(ts.isFunctionDeclaration)
    .filter((each) => isExported(each) && each.body)
    .map((each) => {
      const [first] = each.parameters;
      const answers = each.type?.getText(tree) ?? "";
      return {
        name: each.name?.text ?? "",
        isAsync:
          answers.startsWith("Promise<") ||
          (ts.getModifiers(each)?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword) ?? false),
        first: first && { name: first.name.getText(tree), type: first.type?.getText(tree) ?? "" },
        opening: each.body?.statements[0]?.getText(tree) ?? "",
      };
    });
}
