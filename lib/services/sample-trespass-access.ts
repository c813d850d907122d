import { day } from "../dates/day";
import { accessCell, accessCells, accessMatrix, openTo, personAccess, unitAccess } from "./access";
import { accessCsv } from "./access-csv";
import { readTeamFacts } from "./access-facts";
import { lettersOn } from "./access-letters";
import { rememberedLetters } from "./access-remembered";
import { confirmGrant } from "./confirmations";
import { getMyAccess } from "./my-access";
import type { Call } from "./sample-trespass";
import { getUnitTerms, setUnitTerms } from "./unit-terms";

const TODAY = day("2026-11-22");

/** For tests: the calls by which team B asks who of team A may open what. */
export const TRESPASS_ON_ACCESS: Record<string, Call[]> = {
  "access accessCell": [
    (b, a) => accessCell(b.lead, { personId: a.lead.personId, unitId: a.unitId, on: TODAY }),
  ],
  "access personAccess": [(b, a) => personAccess(b.lead, a.lead.personId, TODAY)],
  "confirmations confirmGrant": [(b, a) => confirmGrant(b.lead, a)],
  "unit-terms getUnitTerms": [(b, a) => getUnitTerms(b.lead, a.ownUnitId)],
  "unit-terms setUnitTerms": [
    (b, a) =>
      setUnitTerms(b.lead, {
        ...{ unitId: a.ownUnitId, version: 0, terms: ["PUB"], values: {}, source: "Mine" },
      }),
  ],
};

/** For tests: what team B sees of its own access, and of a unit that both may ask for. */
export const OWN_ACCESS: Record<string, Call> = {
  "my-access getMyAccess": (b) => getMyAccess(b.lead),
  "access accessMatrix": (b) => accessMatrix(b.lead, { units: "ours", people: "all" }),
  "access-remembered rememberedLetters": async (b) => {
    const none = { on: TODAY, places: new Map(), rows: new Map() };
    const asked = { units: "ours", on: TODAY } as const;
    return [...(await rememberedLetters(b.lead, asked, async () => none)).rows];
  },
  "access-letters lettersOn": async (b) => [
    ...(await lettersOn(b.lead, { units: "all", on: TODAY })).rows,
  ],
  "access accessCells": (b, a) =>
    accessCells(b.lead, { personIds: [a.lead.personId], unitIds: [a.unitId], on: TODAY }),
  "access openTo": (b, a) => openTo(b.lead, [a.unitId], TODAY),
  "access unitAccess": async (b, a) => (await unitAccess(b.lead, a.unitId, TODAY)).people,
  "access-facts readTeamFacts": async (b) => {
    const { people, tracks } = await readTeamFacts(b.lead, { units: "all" });
    return [people, ...tracks];
  },
  "access-csv accessCsv": async (b) => [
    ...(await accessCsv(
      b.lead,
      { units: "all", people: "all" },
      { header: [], status: String, reasons: () => "", mustAct: () => "" },
    )),
  ],
};
