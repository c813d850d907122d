import { linkVersions } from "../agreements/version";
import type { Archive } from "../archives/archive";
import { ARCHIVES, archiveByCode } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import { nameOfUnit } from "../catalogue/unit-name";
import { addDays } from "../dates/day";
import { holdingOf, identityHolding } from "../people/claims";
import { typeById } from "../people/qualification-types";
import type { AccessUnitFacts, Holding, PersonFacts, TeamFacts, Track } from "../readiness/facts";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import type { Member, TeamActor } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { authorise } from "../team/permissions";
import { type LinkedAgreement, readAgreements, withParties } from "./access-agreements";
import { type Grants, type ItemRow, itemsByUnit, readGrants, readStandings } from "./access-items";
import {
  type AccessScope,
  type PersonRow,
  type RequestRow,
  readIdentities,
  readPeople,
  readProofsOfSignatures,
  readQualifications,
  readRequests,
  readRules,
  readUnits,
  type UnitRow,
  withPeople,
} from "./access-rows";
import { type KnownRequest, type TeamRecords, tracksOf } from "./access-tracks";
import { withPeopleInForce } from "./people-in-force";
import { inTeam, type Tx } from "./transaction";

/** An access unit with its names. */
export interface AccessUnit extends AccessUnitFacts {
  /** As people say it: `MIMIC-IV v3.1`. */
  name: string;
  title: string;
  datasetId: string;
  /** Of its data set in the catalogue. */
  slug: string;
}

/** The facts of a team, with the names of everybody and everything in them. */
export interface LoadedFacts extends TeamFacts {
  units: readonly AccessUnit[];
  /** Also people outside the scope, who may have to act. */
  names: ReadonlyMap<string, string>;
}

/**
 * Everything that decides who of the team may open what, in ten queries whatever their number
 * of rows. People are ordered by name, units by archive and name.
 */
export async function loadTeamFacts(
  tx: Tx,
  actor: TeamActor,
  scope: AccessScope,
): Promise<LoadedFacts> {
  const people = await readPeopleAndHoldings(tx, actor, scope);
  const data = await readDataAndRequests(tx, actor, scope);
  return factsOf(scope, { ...people, ...data, grants: await readGrants(tx, actor, scope) });
}

/**
 * The same for a page of everybody, where the approvals of a large team take as long as all the
 * rest: the parts are read side by side, over a connection each.
 */
export async function readTeamFacts(actor: Member, scope: AccessScope): Promise<LoadedFacts> {
  authorise(actor, "access.read");
  const [grants, data, people] = await Promise.all([
    inTeam(actor, (tx) => readGrants(tx, actor, scope)),
    inTeam(actor, (tx) => readDataAndRequests(tx, actor, scope)),
    inTeam(actor, (tx) => readPeopleAndHoldings(tx, actor, scope)),
  ]);
  return factsOf(scope, { ...people, ...data, grants });
}

/** Who and what the facts are about: people by name, as long as they are on the team, and units. */
export async function readPeopleAndUnits(
  tx: Tx,
  actor: TeamActor,
  scope: AccessScope,
): Promise<Pick<LoadedFacts, "people" | "units">> {
  const [people, units] = await Promise.all([readPeople(tx, actor), readUnits(tx, actor, scope)]);
  return {
    people: people.map((person) => personFacts(person, new Map())),
    units: units.map(unitFacts),
  };
}

async function readPeopleAndHoldings(tx: Tx, actor: TeamActor, scope: AccessScope) {
  const [stored, everybody, identities, qualifications, proofs] = await Promise.all([
    readRules(tx, actor),
    readPeople(tx, actor),
    readIdentities(tx, actor, scope),
    readQualifications(tx, actor, scope),
    readProofsOfSignatures(tx, actor),
  ]);
  const rules = rulesOf(stored);
  return { rules, everybody, proofs, holdings: holdingsOf(identities, qualifications, rules) };
}

async function readDataAndRequests(tx: Tx, actor: TeamActor, scope: AccessScope) {
  const [units, standings, requests, agreements] = await Promise.all([
    readUnits(tx, actor, scope),
    readStandings(tx, actor, scope),
    readRequests(tx, actor, scope),
    readAgreements(tx, actor, scope),
  ]);
  const named = await withPeople(tx, actor, scope, requests);
  return {
    units,
    standings,
    requests: await withPeopleInForce(tx, actor, scope, named),
    agreements: await withParties(tx, actor, agreements),
  };
}

type ItemsByUnit = ReadonlyMap<string, readonly ItemRow[]>;
type Parts = Awaited<ReturnType<typeof readPeopleAndHoldings>> &
  Awaited<ReturnType<typeof readDataAndRequests>> & { grants: readonly Grants[] };

function factsOf(scope: AccessScope, parts: Parts): LoadedFacts {
  const { everybody, rules, holdings } = parts;
  const units = parts.units.map(unitFacts);
  const items = itemsByUnit(parts.grants, parts.standings);
  const agreements = [...linkVersions(parts.agreements).values()];
  const team = teamRecords(everybody, parts.requests, parts.proofs);
  return {
    people: everybody
      .filter(({ id }) => scope.people?.includes(id) ?? true)
      .map((person) => personFacts(person, holdings)),
    units,
    institution: holdings.get(INSTITUTION)?.qualifications ?? new Map(),
    tracks: allTracks(units, items, agreements, rules, team),
    rules,
    names: new Map(everybody.map(({ id, name }) => [id, name])),
  };
}

function unitFacts(row: UnitRow): AccessUnit {
  const { datasetId, slug, title, shortTitle, ...unit } = row;
  return { ...unit, datasetId, slug, title, name: nameOfUnit({ ...row, dataset: { shortTitle } }) };
}

function rulesOf(
  rows: readonly { archive: string; values: unknown }[],
): ReadonlyMap<string, RuleValues> {
  const stored = new Map(rows.map(({ archive, values }) => [archive, values]));
  return new Map(
    ARCHIVES.map((archive) => [archive.code, ruleValues(archive, stored.get(archive.code))]),
  );
}

/** Stands for a person's id with what the institution holds. */
const INSTITUTION = "";

interface Holdings {
  identities: ReadonlyMap<string, Holding>;
  qualifications: ReadonlyMap<string, Holding>;
}

function holdingsOf(
  identities: Awaited<ReturnType<typeof readIdentities>>,
  qualifications: Awaited<ReturnType<typeof readQualifications>>,
  rules: ReadonlyMap<string, RuleValues>,
): ReadonlyMap<string, Holdings> {
  const accounts = Map.groupBy(identities, (row) => row.personId);
  const held = Map.groupBy(qualifications, (row) => row.personId ?? INSTITUTION);
  const rulesByType = new Map(
    ARCHIVES.flatMap(({ code, qualifications }) =>
      qualifications.map(({ id }) => [id, rules.get(code) ?? {}] as const),
    ),
  );
  return new Map(
    [...new Set([...accounts.keys(), ...held.keys()])].map((id) => [
      id,
      {
        identities: mapped(
          accounts.get(id) ?? [],
          (row) => row.scheme,
          (_, rows) => identityHolding(rows),
        ),
        qualifications: mapped(
          held.get(id) ?? [],
          (row) => row.type,
          (typeId, rows) => {
            const type = typeById(typeId);
            return type && holdingOf(type, rows, rulesByType.get(typeId) ?? {});
          },
        ),
      },
    ]),
  );
}

/** Rows by a key, as what each group amounts to; groups that amount to nothing are left out. */
function mapped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  amountOf: (key: string, rows: readonly Row[]) => Value | undefined,
): ReadonlyMap<string, Value> {
  return new Map(
    [...Map.groupBy(rows, keyOf)].flatMap(([key, group]) => {
      const value = amountOf(key, group);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function personFacts(
  { id, name, country, startsOn, endsOn }: PersonRow,
  holdings: ReadonlyMap<string, Holdings>,
): PersonFacts {
  const { identities, qualifications } = holdings.get(id) ?? {};
  return {
    id,
    name,
    country,
    from: startsOn,
    before: endsOn && addDays(endsOn, 1),
    identities: identities ?? new Map(),
    qualifications: qualifications ?? new Map(),
  };
}

function teamRecords(
  people: readonly PersonRow[],
  requests: readonly RequestRow[],
  proofs: readonly { grantId: string; documentId: string }[],
): TeamRecords {
  return {
    requests: new Map(requests.map((request) => [request.id, knownRequest(request)])),
    people: new Map(people.map((person) => [person.id, person])),
    proofs: new Map(proofs.map(({ grantId, documentId }) => [grantId, documentId])),
  };
}

/** The request with the steps of its archive's lifecycle. */
function knownRequest(request: RequestRow): KnownRequest {
  const lifecycle = lifecycleOf(request);
  return {
    ...request,
    stepOf: (step) => stepOf(lifecycle, step),
    endOf: (endedBy) => {
      const by = lifecycle.steps.find(({ id }) => id === endedBy);
      return by?.status === "terminated" ? "revoked" : "closed";
    },
  };
}

function lifecycleOf({ archive, lifecycle }: RequestRow) {
  const known = archiveByCode(archive);
  if (!known) throw new RangeError(`There is no archive ${archive}`);
  return findLifecycle(known, lifecycle);
}

function allTracks(
  units: readonly AccessUnit[],
  items: ItemsByUnit,
  agreements: readonly LinkedAgreement[],
  rules: ReadonlyMap<string, RuleValues>,
  team: TeamRecords,
): ReadonlyMap<string, readonly Track[]> {
  const agreementsOf = new Map<string, LinkedAgreement[]>();
  for (const agreement of agreements) {
    for (const unitId of agreement.unitIds) {
      const known = agreementsOf.get(unitId);
      if (known) known.push(agreement);
      else agreementsOf.set(unitId, [agreement]);
    }
  }
  return new Map(
    units.flatMap((unit) => {
      const archive = archiveByCode(unit.archive);
      const own = {
        items: items.get(unit.id) ?? [],
        agreements: agreementsOf.get(unit.id) ?? [],
      };
      if (!archive || own.items.length + own.agreements.length === 0) return [];
      const values = rules.get(unit.archive) ?? {};
      return [
        [unit.id, tracksOf({ ...unitRecords(archive, unit, values), ...own }, team)] as const,
      ];
    }),
  );
}

function unitRecords(archive: Archive, unit: AccessUnit, rules: RuleValues) {
  const { confirmEveryDays } = rules;
  return {
    isPersonal: archive.itemPerPerson,
    gates: archive.gates(unit, rules),
    confirmEveryDays: typeof confirmEveryDays === "number" ? confirmEveryDays : null,
  };
}
