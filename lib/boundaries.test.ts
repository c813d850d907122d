import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, it } from "vitest";

const { forbidden, options } = createRequire(import.meta.url)("./boundaries.cjs");

const PACKAGES = [
  "zod",
  "temporal-polyfill",
  "react",
  "next",
  "pg",
  "nodemailer",
  "graphile-worker",
];

/** A small project in which everything is where it belongs. */
const SOUND: Record<string, string> = {
  "app/page.tsx": `import "@/lib/services/requests"; import "@/components/requests/table"; import "next";`,
  "app/actions.ts": `import "@/lib/action";`,
  "components/ui/button.tsx": `import "react"; import "@/lib/dates/day";`,
  "components/requests/table.tsx": `import "../ui/button"; import "@/lib/requests/rules";
    import type { Row } from "@/lib/services/requests"; export type Shown = Row;`,
  "lib/dates/day.ts": `import "temporal-polyfill";`,
  "lib/requests/rules.ts": `import "zod"; import "../dates/day"; import "../archives"; import "../errors";`,
  "lib/requests/rules.test.ts": `import "./rules"; import "node:fs"; import "../db"; import "vitest";`,
  "lib/errors.ts": "export {};",
  // Half of the cycle that the planted round.ts closes.
  "lib/requests/trip.ts": `import "./round";`,
  "lib/env.ts": `import "zod";`,
  "lib/db.ts": `import "pg"; import "../prisma/client/client"; import "./env";`,
  "lib/session.ts": `import "next"; import "./services/requests";`,
  "lib/action.ts": `import "./session";`,
  "lib/services/requests.ts": `import "../db"; import "../requests/rules"; import "../email/send"; import "../pdf/draw"; export type Row = 1;`,
  "lib/services/sample-team.ts": `import "../db";`,
  "lib/email/send.ts": `import "nodemailer";`,
  "lib/pdf/draw.ts": `import "node:fs";`,
  "lib/jobs/worker.ts": `import "graphile-worker"; import "../services/requests";`,
  "lib/launch/start.ts": `import "pg"; import "vitest";`,
  "lib/archives/archive.ts": `import "../dates/day";`,
  "lib/archives/index.ts": `import "./ega/index"; import "./dbgap/index";`,
  "lib/archives/ega/index.ts": `import "../archive"; import "./form"; import "../../dates/day";`,
  "lib/archives/ega/form.ts": "export {};",
  "lib/archives/dbgap/index.ts": `import "../archive";`,
  "prisma/client/client.ts": "export {};",
  "prisma/seed.ts": `import "../lib/db";`,
  "e2e/story.spec.ts": `import "../lib/dates/day";`,
};

/** One file for each way to break a rule. */
const PLANTED: [rule: string, file: string, content: string][] = [
  ["no-cycles", "lib/requests/round.ts", `import "./trip";`],
  ["nothing-imports-app", "lib/services/page.ts", `import "../../app/page";`],
  ["nothing-imports-app", "components/requests/act.tsx", `import "@/app/actions";`],
  ["app-goes-through-services", "app/query.tsx", `import "@/lib/db";`],
  ["app-goes-through-services", "app/client.tsx", `import "@/prisma/client/client";`],
  ["app-goes-through-services", "app/mail.tsx", `import "@/lib/email/send";`],
  ["app-goes-through-services", "components/requests/driver.tsx", `import "pg";`],
  ["app-goes-through-services", "proxy.ts", `import "./lib/db";`],
  ["components-see-services-as-types", "components/ask.tsx", `import "@/lib/services/requests";`],
  ["components-see-services-as-types", "components/who.tsx", `import "@/lib/session";`],
  ["ui-knows-no-domain", "components/ui/row.tsx", `import "../requests/table";`],
  ["ui-knows-no-domain", "components/ui/rule.tsx", `import type {} from "@/lib/requests/rules";`],
  ["links-fetch-nothing-ahead", "components/requests/back.tsx", `import "next/link";`],
  ["pure-rooms-stay-pure", "lib/requests/stored.ts", `import "../db";`],
  [
    "pure-rooms-stay-pure",
    "lib/requests/typed.ts",
    `import type { Row } from "../services/requests"; export type R = Row;`,
  ],
  ["pure-rooms-stay-pure", "lib/new-room/setting.ts", `import "../env";`],
  ["pure-rooms-stay-pure", "lib/requests/looks.ts", `import "../../components/requests/table";`],
  ["pure-rooms-use-zod-alone", "lib/requests/file.ts", `import "node:fs";`],
  ["pure-rooms-use-zod-alone", "lib/new-room/hook.ts", `import "react";`],
  ["pure-rooms-use-zod-alone", "lib/requests/clock.ts", `import "temporal-polyfill";`],
  ["pure-rooms-use-zod-alone", "lib/requests/ghost.ts", `import "not-installed";`],
  ["dates-use-temporal-alone", "lib/dates/hook.ts", `import "react";`],
  ["services-know-no-web", "lib/services/cache.ts", `import "next/cache";`],
  ["services-know-no-web", "lib/services/whose.ts", `import "../session";`],
  ["services-know-no-web", "lib/jobs/looks.ts", `import "../../components/ui/button";`],
  ["papers-come-from-services", "app/paper.ts", `import "@/lib/pdf/draw";`],
  ["papers-come-from-services", "lib/jobs/print.ts", `import "../pdf/draw";`],
  ["only-services-touch-the-database", "lib/jobs/query.ts", `import "../db";`],
  [
    "only-services-touch-the-database",
    "lib/email/query.ts",
    `import "../../prisma/client/client";`,
  ],
  ["only-services-touch-the-database", "lib/route.ts", `import "pg";`],
  ["archives-are-islands", "lib/archives/ega/copy.ts", `import "../dbgap/index";`],
  ["archives-are-islands", "lib/archives/ega/rule.ts", `import "../../requests/rules";`],
  ["archives-do-not-know-the-registry", "lib/archives/ega/all.ts", `import "../index";`],
  ["archives-have-one-door", "lib/requests/favourite.ts", `import "../archives/ega/form";`],
  ["archives-have-one-door", "app/favourite.tsx", `import "@/lib/archives/dbgap/index";`],
  ["nothing-imports-tests", "lib/services/demo.ts", `import "./sample-team";`],
  ["production-runs-without-dev-packages", "lib/services/check.ts", `import "vitest";`],
];

let project: string;
let found: { rule: string; from: string }[];

function write(file: string, content: string): void {
  const place = path.join(project, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

beforeAll(async () => {
  project = mkdtempSync(path.join(realpathSync(tmpdir()), "gatebook-boundaries-"));
  for (const name of [...PACKAGES, "vitest"]) {
    const folder = `node_modules/${name}`;
    write(`${folder}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`${folder}/index.js`, "module.exports = {};");
  }
  write("node_modules/next/cache.js", "module.exports = {};");
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, "1"]));
  write("package.json", JSON.stringify({ dependencies, devDependencies: { vitest: "1" } }));
  for (const [file, content] of Object.entries(SOUND)) write(file, content);
  for (const [, file, content] of PLANTED) write(file, content);
  const tsConfig = { compilerOptions: { paths: { "@/*": ["./*"] } } };
  write("tsconfig.json", JSON.stringify(tsConfig));
  // The written types of dependency-cruiser spell this option otherwise than it reads it.
  const resolving: object = { tsConfig: path.join(project, "tsconfig.json") };
  const { output } = await cruise(
    ["app", "components", "lib", "prisma", "e2e", "proxy.ts"],
    { ...options, baseDir: project, validate: true, ruleSet: { forbidden } },
    resolving,
  );
  found = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    from,
  }));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

it.each(PLANTED)("%s catches %s", (rule, file) => {
  expect(found).toContainEqual({ rule, from: file });
});

it("a sound project breaks no rule", () => {
  const places = new Set(found.map(({ from }) => from));
  expect(Object.keys(SOUND).filter((file) => places.has(file))).toEqual([]);
});

it("every rule is an error and has a planted violation", () => {
  const planted = new Set(PLANTED.map(([rule]) => rule));
  for (const { name, severity } of forbidden) {
    expect(severity, name).toBe("error");
    expect(planted, name).toContain(name);
  }
});
