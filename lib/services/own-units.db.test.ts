import { beforeAll, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { addOwnUnit, type OwnUnit } from "./own-units";
import { refusal, sampleTeams } from "./sample-requests";
import { inTeam } from "./transaction";

let superuser: PrismaClient;
let lead: Member;
let stranger: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  ({ lead, stranger } = await sampleTeams(superuser));
});

const add = (actor: Member, unit: OwnUnit) => inTeam(actor, (tx) => addOwnUnit(tx, actor, unit));
const stored = (id: string) =>
  superuser.accessUnit.findUniqueOrThrow({ where: { id }, include: { dataset: true } });

it("a unit of the catalogue is taken as it is, in whatever spelling it is named", async () => {
  const known = await superuser.accessUnit.findFirstOrThrow({ where: { code: "phs000424.c1" } });
  expect(await add(lead, { archive: "dbgap", code: "PHS000424.v10.p2.c1" })).toEqual({
    id: known.id,
  });
});

it("a unit of a study that the catalogue has stands below that study, for its team alone", async () => {
  const { id } = await add(lead, { archive: "dbgap", code: "phs000424.c7", consentCode: "HMB" });
  const unit = await stored(id);
  expect(unit).toMatchObject({ teamId: lead.teamId, code: "phs000424.c7", consentCode: "HMB" });
  expect(unit.dataset.teamId).toBeNull();
  const seen = (actor: Member) => inTeam(actor, (tx) => tx.accessUnit.count({ where: { id } }));
  expect([await seen(lead), await seen(stranger)]).toEqual([1, 0]);
});

it("a unit of nothing that is known gets a data set of its own", async () => {
  const { id } = await add(lead, { archive: "ega", code: "egad59999999773", title: "Our cohort" });
  const { dataset, landingUrl } = await stored(id);
  expect(dataset).toMatchObject({ teamId: lead.teamId, title: "Our cohort", confidence: "low" });
  expect(landingUrl).toBe("https://ega-archive.org/datasets/EGAD59999999773");
});

it("entered twice, also at once, is one; another team enters its own", async () => {
  const unit = { archive: "physionet", code: "no-such-project/1.0" };
  const twice = await Promise.all([add(lead, unit), add(lead, unit)]);
  expect(twice[0]).toEqual(twice[1]);
  const other = await add(stranger, unit);
  expect(other).not.toEqual(twice[0]);
});

it.each([
  [{ archive: "dbgap", code: "phs000424" }, "code"],
  [{ archive: "ega", code: "EGAS00001002886" }, "code"],
  [{ archive: "physionet", code: "mimiciv" }, "code"],
  [{ archive: "nowhere", code: "x" }, "archive"],
])("what names no unit of its archive is refused: %o", async (unit, field) => {
  const error = await refusal(add(lead, unit));
  expect([error.code, error.options.field]).toEqual(["INVALID", field]);
});
