import { randomUUID } from "node:crypto";
import pg from "pg";
import { hashOf } from "@/lib/services/sessions";
import type { Member } from "@/lib/team/actor";

/** PhysioNet versions that half of the team signed each, and projects of dbGaP and EGA. */
const FILL = `
  insert into "Dataset" (id, slug, title, "shortTitle", archive, summary, "accessClass", gate,
      "landingUrl", source, confidence, "searchText")
    select gen_random_uuid(), 'set-' || n, 'Data set ' || n, 'Set ' || n, archive, '',
      case archive when 'physionet' then 'credentialed' else 'controlled' end::"AccessClass",
      '', '', '', 'high', ''
    from generate_series(1, 500) n, lateral (select case when n <= 200 then 'physionet'
      when n <= 350 then 'dbgap' else 'ega' end as archive) a;
  insert into "AccessUnit" (id, "datasetId", archive, code, label, version, "accessClass", policy, "landingUrl")
    select gen_random_uuid(), id, archive, case archive when 'physionet' then slug || '/1.0.0' else slug end,
      slug, case archive when 'physionet' then '1.0.0' end, "accessClass",
      case archive when 'physionet' then 'credentialed' end, ''
    from "Dataset";
  insert into "Person" (id, "teamId", name, country, "startsOn")
    select gen_random_uuid(), :team, 'Person ' || lpad(n::text, 3, '0'), 'DE', '2020-01-01'
    from generate_series(1, 200) n;
  insert into "Identity" (id, "teamId", "personId", scheme, value, key, "verifiedOn", "createdAt")
    select gen_random_uuid(), :team, id, scheme, name, name, '2024-01-01', now()
    from "Person", unnest(array['physionet', 'ega', 'era_commons']) scheme;
  insert into "Qualification" (id, "teamId", "personId", type, step, "stepSince", "startsOn", "createdAt")
    select gen_random_uuid(), :team, id, type, 'accepted', '2024-01-01', '2024-01-01', now()
    from "Person", unnest(array['physionet_credential', 'citi_data_only', 'gcp']) type;
  insert into "Request" (id, "teamId", number, archive, lifecycle, title, status, "ownerId", "createdAt", "updatedAt")
    select gen_random_uuid(), :team, row_number() over (), u.archive,
      case u.archive when 'physionet' then 'physionet-credentialed' when 'dbgap' then 'dbgap-project' else 'ega-application' end,
      u.id::text, 'approved', (select id from "Person" order by name limit 1), now(), now()
    from "AccessUnit" u;
  insert into "RequestPerson" (id, "teamId", "requestId", "personId", function)
    select gen_random_uuid(), :team, r.id, p.id, case p.name when 'Person 001'
      then case r.archive when 'dbgap' then 'pi' else 'applicant' end
      else case r.archive when 'dbgap' then 'downloader' else 'authorised_personnel' end end
    from "Request" r join "Person" p on p.name < 'Person 021' where r.archive <> 'physionet';
  insert into "RequestItem" (id, "teamId", "requestId", "unitId", "personId", step, status, "stepSince", "waitingOn")
    select gen_random_uuid(), :team, r.id, r.title::uuid, p.id,
      case r.archive when 'dbgap' then 'approved' else 'granted' end, 'approved', '2025-06-01', 'nobody'
    from "Request" r left join "Person" p on r.archive = 'physionet' and p.name < 'Person 099';
  insert into "Cycle" (id, "teamId", "requestId", number, "startedOn")
    select gen_random_uuid(), :team, id, 1, '2025-06-01' from "Request";
  insert into "Grant" (id, "teamId", "requestId", "itemId", "cycleId", "unitId", "personId", "decidedOn",
      "startsOn", "endsOn", "createdAt")
    select gen_random_uuid(), :team, i."requestId", i.id, c.id, i."unitId", i."personId", '2025-06-01',
      '2025-06-01', case when i."personId" is null then date '2027-05-31' end, now()
    from "RequestItem" i join "Cycle" c on c."requestId" = i."requestId";
  insert into "Agreement" (id, "teamId", archive, name, "startsOn", "endsOn", "requestId", "createdAt")
    select gen_random_uuid(), :team, archive, 'Agreement', '2025-06-01',
      case archive when 'physionet' then null else date '2027-05-31' end, id, now() from "Request";
  insert into "AgreementUnit" ("teamId", "agreementId", "unitId")
    select :team, a.id, r.title::uuid from "Agreement" a join "Request" r on r.id = a."requestId";
  insert into "AgreementPerson" (id, "teamId", "agreementId", "personId", function, "startsOn")
    select gen_random_uuid(), :team, a.id, p."personId", p.function, '2025-06-01'
    from "Agreement" a join "RequestPerson" p on p."requestId" = a."requestId";
  insert into "Signature" (id, "teamId", "agreementId", "personId", function, "signedOn", "grantId", "createdAt")
    select gen_random_uuid(), :team, a.id, g."personId", 'applicant', '2025-06-01', g.id, now()
    from "Grant" g join "Agreement" a on a."requestId" = g."requestId" where g."personId" is not null;
`;

/**
 * Makes the team, with a lead who is signed in.
 * @param fill SQL that makes its rows, a person named Person 001 among them; `:team` is its id
 * @returns the lead, and the token of the lead's session
 */
export async function fillBench(
  url: string,
  fill: string = FILL,
): Promise<{ actor: Member; token: string }> {
  const teamId = randomUUID();
  const userId = randomUUID();
  const token = randomUUID();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into "Team" (id, slug, name) values ($1, 'bench', 'Bench')`, [teamId]);
  await client.query(fill.replaceAll(":team", client.escapeLiteral(teamId)));
  await client.query(
    `insert into "User" (id, email, name, "tourEndedAt")
      values ($1, 'lead@bench.example', 'Person 001', now())`,
    [userId],
  );
  await client.query(
    `insert into "Membership" (id, "teamId", "userId", role) values ($1, $2, $3, 'lead')`,
    [randomUUID(), teamId, userId],
  );
  await client.query(
    `insert into "Session" (id, "sessionToken", "userId", expires)
      values ($1, $2, $3, now() + interval '12 hours')`,
    [randomUUID(), hashOf(token), userId],
  );
  const { rows } = await client.query<{ id: string }>(
    `update "Person" set "userId" = $1 where name = 'Person 001' returning id`,
    [userId],
  );
  await client.end();
  const personId = rows[0]?.id ?? "";
  const actor: Member = {
    ...{ kind: "user", userId, teamId, role: "lead", personId, name: "Person 001" },
    now: new Date(),
  };
  return { actor, token };
}
