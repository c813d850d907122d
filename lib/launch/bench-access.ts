import { randomUUID } from "node:crypto";
import pg from "pg";
import { connect, setDb } from "@/lib/db";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { accessMatrix } from "@/lib/services/access";
import type { Member } from "@/lib/team/actor";
import { migrate } from "@/prisma/migrate";

// `npm run bench:access`: how long the server takes for the access page of a team of 200 people and
// 500 units with some 20 000 approvals. The last line is the answer as JSON, in milliseconds.

const RUNS = 12;

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

async function fill(url: string): Promise<Member> {
  const teamId = randomUUID();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into "Team" (id, slug, name) values ($1, 'bench', 'Bench')`, [teamId]);
  await client.query(FILL.replaceAll(":team", client.escapeLiteral(teamId)));
  const { rows } = await client.query<{ id: string }>(`select id from "Person" order by name`);
  await client.end();
  return {
    ...{ kind: "user", userId: randomUUID(), teamId, role: "lead", name: "Person 001" },
    ...{ personId: rows[0]?.id ?? "", now: new Date() },
  };
}

const postgres = await temporaryPostgres();
try {
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const actor = await fill(postgres.superuserUrl);
  const client = connect(postgres.appUrl);
  setDb(client);
  const runs: number[] = [];
  let size = { people: 0, units: 0, open: 0 };
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { people, units, counts } = await accessMatrix(actor, { units: "ours", people: "here" });
    runs.push(Math.round(performance.now() - start));
    size = { people: people.length, units: units.length, open: counts.ready };
  }
  await client.$disconnect();
  const sorted = runs.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(RUNS / 2)];
  console.log(JSON.stringify({ ...size, runs, median, slowest: sorted.at(-1) }));
} finally {
  await postgres.stop();
}
