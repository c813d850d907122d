import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { findQuery } from "../find/query-field";
import { freshDatabase } from "../launch/test-database";
import { find } from "./find";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let a: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  a = await sampleTeam(superuser, "team-a");
  await superuser.request.update({
    where: { id: a.requestId },
    data: { title: "Sepsis in Zürich" },
  });
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** What is found, as the kind and the title of each. */
async function found(query: string): Promise<string[]> {
  const { q } = findQuery.parse({ q: query });
  return (await find(a.lead, q)).map(({ kind, title }) => `${kind}: ${title}`);
}

describe("hostile queries", () => {
  it.each([
    "%",
    "_",
    "\0",
    "'",
    "''",
    "\\",
    "a & b | !c <-> d:*",
    "sepsis:*A",
    '\'); drop table "Request"; --',
    "~",
    "#",
    "@",
    "@all",
    "~#gb77",
    "a".repeat(10_000),
    "ab ".repeat(5_000),
    "\ud800",
    "ﷺ",
    "İıſß",
    "𝒜𝒷",
    "日本語",
    "\u0301",
    "null",
    "$1",
    "%s",
  ])("are answered, such as number %#", async (query) => {
    expect(Array.isArray(await found(query))).toBe(true);
  });

  it("of any kind are answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (query) => {
        expect(Array.isArray(await found(query))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("find what they say all the same", async () => {
    expect(await found("sepsis' & !zurich | (")).toContain("request: Sepsis in Zürich");
    expect(await found("%sepsis%")).toContain("request: Sepsis in Zürich");
  });
});
