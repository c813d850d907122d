import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ACTIONS, HANDLERS, PAGES } from "./routes";
import { PERMISSIONS, type Permission } from "./team/permissions";
import { collect, exportedNames, parse, sourceFiles, textOf } from "./test-sources";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The address of a file in app/, without groups in parentheses. */
function addressOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
}

type Found = { key: string; file: string; name: string };

const pages: Found[] = sourceFiles("app/**/{page,default}.tsx").map((file) => {
  return { key: addressOf(file), file, name: "default" };
});

const handlers: Found[] = sourceFiles("app/**/route.{ts,tsx}").flatMap((file) =>
  exportedNames(parse(file))
    .filter((name) => METHODS.has(name))
    .map((name) => ({ key: `${name} ${addressOf(file)}`, file, name })),
);

const actions: Found[] = sourceFiles("app/**/actions.ts").flatMap((file) =>
  exportedNames(parse(file)).map((name) => ({ key: `${addressOf(file)} ${name}`, file, name })),
);

/** Who may come at all, with this need: anybody, anybody signed in, or members of a team only. */
function circleOf(need: string): "public" | "signedIn" | "team" {
  if (need === "public" || need === "signedIn") return need;
  const holders: readonly string[] = PERMISSIONS[need as Permission];
  if (holders.includes("visitor")) return "public";
  return holders.includes("signedIn") ? "signedIn" : "team";
}

/** What the values of a file are made by: `["ask", "visitorAction"]` for `const ask = visitorAction(…)`. */
function makersIn(file: string): Map<string, string> {
  const made = collect(parse(file), (node) =>
    ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)
      ? ([node.name.getText(), node.initializer.expression.getText()] as const)
      : undefined,
  );
  return new Map(made.map(({ found }) => found));
}

/** The maker of an exported value, or, of a function, that of the one which it calls. */
function makerOf(file: string, name: string): string | undefined {
  const makers = makersIn(file);
  const functions = collect(parse(file), (node) =>
    ts.isFunctionDeclaration(node) && node.name?.text === name ? node : undefined,
  );
  const calls = functions.flatMap(({ found }) =>
    collect(found, (node) => (ts.isCallExpression(node) ? node.expression.getText() : undefined)),
  );
  return [name, ...calls.map(({ found }) => found)].map((each) => makers.get(each)).find(Boolean);
}

describe.each([
  ["page", pages, PAGES],
  ["route handler", handlers, HANDLERS],
  ["server action", actions, ACTIONS],
])("every %s", (_kind, found, entries) => {
  it("has an entry in lib/routes.ts, and every entry is one", () => {
    expect(Object.keys(entries).toSorted()).toEqual(found.map(({ key }) => key).toSorted());
  });
});

it("pages beyond the public ones ask who is there", () => {
  const asks = {
    public: /./,
    signedIn: /\b(requireSignedIn|currentUser|requireActor)\(/,
    team: /\brequireActor\(/,
  };
  const careless = pages.filter(
    ({ key, file }) => !asks[circleOf(PAGES[key] ?? "public")].test(textOf(file)),
  );
  expect(careless).toEqual([]);
});

it("handlers of a team are made by teamRoute", () => {
  const ofTeam = handlers.filter(({ key }) => circleOf(HANDLERS[key] ?? "public") === "team");
  expect(ofTeam.filter(({ file, name }) => makerOf(file, name) !== "teamRoute")).toEqual([]);
});

it("actions are made by the frame that lets in whom their entry names", () => {
  const makers = { public: "visitorAction", signedIn: "userAction", team: "teamAction" };
  const wrong = actions
    .map((action) => ({ ...action, maker: makerOf(action.file, action.name) }))
    .filter(({ key, maker }) => maker !== makers[circleOf(ACTIONS[key] ?? "public")]);
  expect(wrong).toEqual([]);
});

it("server actions are written in files named actions.ts only", () => {
  const elsewhere = sourceFiles("{app,components,lib}/**/*.{ts,tsx}")
    .filter((file) => !/^app\/.*\bactions\.ts$/.test(file) && textOf(file).includes("use server"))
    .filter(
      (file) =>
        collect(parse(file), (node) =>
          ts.isExpressionStatement(node) &&
          ts.isStringLiteral(node.expression) &&
          node.expression.text === "use server"
            ? true
            : undefined,
        ).length > 0,
    );
  expect(elsewhere).toEqual([]);
});
