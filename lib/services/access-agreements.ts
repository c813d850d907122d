import { Prisma } from "@/prisma/client/client";
import type { AgreementRow, SignatureRow, StoredAgreement } from "../agreements/version";
import { ARCHIVES } from "../archives/index";
import type { Day } from "../dates/day";
import type { TeamActor } from "../team/actor";
import { type AccessScope, about, isWhole, rows } from "./access-rows";
import { type Lists, lists } from "./row-lists";
import type { Tx } from "./transaction";

interface Named {
  personId: string;
  function: string;
  startsOn: Day;
  endsOn: Day | null;
}

export interface LoadedAgreement extends StoredAgreement {
  requestId: string | null;
  unitIds: readonly string[];
  people: readonly Named[];
}
export type BareAgreement = Omit<LoadedAgreement, "unitIds" | "people" | "signatures">;
export type LinkedAgreement = LoadedAgreement & AgreementRow;

const PERSONAL = ARCHIVES.filter(({ itemPerPerson }) => itemPerPerson).map(({ code }) => code);

/**
 * The agreements that decide about access to these units, from the first on. Where access is personal
 * a signature is an approval already, so there only those that add to the approvals: with an end, a
 * next version, or a signature that no approval stands for.
 */
export function readAgreements(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
): Promise<BareAgreement[]> {
  const team = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const covering = isWhole(scope)
    ? Prisma.sql`true`
    : Prisma.sql`id in (select "agreementId" from "AgreementUnit"
        where ${team} and ${about(scope, '"unitId"')})`;
  return rows(
    tx,
    Prisma.sql`select id, "startsOn", "endsOn", "endedOn", "endedBy", "documentId", "replacesId",
        change, "requestId"
      from "Agreement" where ${team} and ("replacesId" is not null
        or id in (select "replacesId" from "Agreement" where ${team} and "replacesId" is not null)
        or (${covering} and (archive <> all(${PERSONAL}) or "endsOn" is not null
          or "endedOn" is not null or id in (select "agreementId" from "Signature"
            where ${team} and "grantId" is null and "personId" is not null))))
      order by "startsOn", id`,
  );
}

/** The same agreements with their units, whom they name, and who signed. */
export async function withParties(
  tx: Tx,
  { teamId }: TeamActor,
  agreements: readonly BareAgreement[],
): Promise<LoadedAgreement[]> {
  const ids = agreements.map(({ id }) => id);
  const of = Prisma.sql`where "teamId" = ${teamId}::uuid and "agreementId" = any(${ids}::uuid[])`;
  const [units, signatures] = await Promise.all([
    byAgreement<{ unitId: string }>(
      tx,
      Prisma.sql`select "agreementId", "unitId" from "AgreementUnit" ${of}`,
    ),
    byAgreement<SignatureRow>(
      tx,
      Prisma.sql`select "agreementId", id, "personId", signatory, function, "signedOn",
          "documentId", "grantId"
        from "Signature" ${of} order by "signedOn", id`,
    ),
  ]);
  const named = await lists(
    tx,
    ["agreementId"],
    { personId: '"personId"', function: "function", startsOn: '"startsOn"', endsOn: '"endsOn"' },
    Prisma.sql`(select * from "AgreementPerson" ${of} order by id) p`,
  );
  const people = new Map(named.map((group) => [group.agreementId, namedIn(group)]));
  return agreements.map((agreement) => ({
    ...agreement,
    unitIds: (units.get(agreement.id) ?? []).map(({ unitId }) => unitId),
    people: people.get(agreement.id) ?? [],
    signatures: signatures.get(agreement.id) ?? [],
  }));
}

function namedIn(
  group: Lists<"agreementId", "personId" | "function" | "startsOn" | "endsOn">,
): Named[] {
  const starts = group.startsOn as Day[];
  const ends = group.endsOn as Day[];
  return group.personId.map((personId, at) => ({
    personId,
    function: group.function[at] ?? "",
    startsOn: starts[at] as Day,
    endsOn: ends[at] || null,
  }));
}

async function byAgreement<Row>(
  tx: Tx,
  query: Prisma.Sql,
): Promise<ReadonlyMap<string, (Row & { agreementId: string })[]>> {
  const all = await rows<Row & { agreementId: string }>(tx, query);
  return Map.groupBy(all, ({ agreementId }) => agreementId);
}
