import { afterAll, beforeAll, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { settleDuty } from "./duties";
import { listClosedDuties, listOpenDuties } from "./duties-about";
import { agreementFields, sampleAgreement, sampleCopy, unitIds } from "./sample-agreements";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await loadCatalogue(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

it("lists what an agreement asks, then what was done about it with its proof", async () => {
  const { lead } = await sampleTeams(superuser);
  const units = await unitIds(superuser, "EGAD00010000674");
  const asked = { endsOn: "2029-12-31", reportMonths: "12", renewsDaysBefore: "90" };
  const { id: agreementId } = await sampleAgreement(lead, agreementFields(units, asked));
  const open = await listOpenDuties(lead, { agreementId });
  expect(open.map(({ kind, dueOn }) => [kind.id, dueOn])).toEqual([
    ["agreement_report", "2027-01-01"],
    ["agreement_renewal_opens", "2029-10-02"],
    ["agreement_end", "2029-12-31"],
  ]);
  expect(await listClosedDuties(lead, { agreementId })).toEqual([]);
  const { id: documentId } = await sampleCopy(lead);
  const doneOn = day("2026-11-20");
  await settleDuty(lead, { id: open[0]?.id ?? "", doneOn, how: "Sent by mail", documentId });
  expect(await listClosedDuties(lead, { agreementId })).toMatchObject([
    {
      ...{ state: "done", closedOn: doneOn, closedBy: lead.name, closedWhy: "Sent by mail" },
      ...{ dueOn: "2027-01-01", proof: { id: documentId } },
    },
  ]);
  const [next] = await listOpenDuties(lead, { agreementId });
  expect(next?.dueOn).toBe("2028-01-01");
});
