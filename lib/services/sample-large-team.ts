import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: how large a team is made. */
export interface Size {
  people: number;
  units: number;
  requests: number;
}

/**
 * For tests: a team of years in one go, past every service: people with an account and a training
 * each, units of a catalogue of its own, requests with three people, an item and an approval each, and
 * an agreement for every tenth.
 * @param lead the member who owns all requests
 */
export async function sampleLargeTeam(client: PrismaClient, lead: Member, size: Size) {
  const { teamId, personId } = lead;
  await client.$transaction(
    async (tx) => {
      await tx.$executeRaw`select setseed(0.5)`;
      await tx.$executeRaw`insert into "Person" (id, "teamId", name, email, institution, "startsOn", "endsOn", country, "timeZone")
      select gen_random_uuid(), ${teamId}::uuid, 'Person ' || n, 'person-' || n || '@example.org',
        'Institute ' || n % 7, date '2024-01-01' + n % 700, case when n % 10 = 0 then date '2026-06-01' end,
        (array['DE', 'ES', ''])[1 + n % 3], (array['UTC', 'Europe/Madrid', 'Asia/Tokyo'])[1 + n % 3]
      from generate_series(1, ${size.people}::int) n`;
      await tx.$executeRaw`insert into "Identity" (id, "teamId", "personId", scheme, value, key, "verifiedOn", "endsOn", "createdAt")
      select gen_random_uuid(), "teamId", id, 'physionet', email, email, "startsOn",
        case when length(name) % 2 = 0 then date '2027-01-01' end, now()
      from "Person" where "teamId" = ${teamId}::uuid and email like 'person-%'`;
      await tx.$executeRaw`insert into "Qualification" (id, "teamId", "personId", type, step, "stepSince", "startsOn", "completedOn", "createdAt")
      select gen_random_uuid(), "teamId", id, 'citi_data_only', 'accepted', "startsOn", "startsOn", "startsOn", now()
      from "Person" where "teamId" = ${teamId}::uuid and name like 'Person %1'`;
      await tx.$executeRaw`insert into "Dataset" (id, slug, title, "shortTitle", archive, summary, "accessClass", gate, "landingUrl", source, confidence, "searchText")
      select gen_random_uuid(), 'large-' || n, 'Large study ' || n, 'Study ' || n, 'dbgap', '', 'controlled',
        'dbGaP', 'https://example.org', 'https://example.org', 'high', ''
      from generate_series(1, ${size.units}::int) n`;
      await tx.$executeRaw`insert into "AccessUnit" (id, "datasetId", archive, code, label, "consentCode", "accessClass", "landingUrl")
      select gen_random_uuid(), id, archive, 'phs9' || lpad(substr(slug, 7), 5, '0') || '.v1.p1.c1', 'GRU', 'GRU', 'controlled', "landingUrl"
      from "Dataset" where slug like 'large-%'`;
      await tx.$executeRaw`insert into "Request" (id, "teamId", number, archive, lifecycle, title, status, "ownerId", "createdAt", "updatedAt")
      select gen_random_uuid(), ${teamId}::uuid, n, 'dbgap', 'dbgap-project', 'Project ' || n,
        (case n % 4 when 0 then 'closed' else 'approved' end)::"ReviewStatus", ${personId}::uuid, now(), now() + n * interval '1 second'
      from generate_series(1, ${size.requests}::int) n`;
      await tx.$executeRaw`insert into "RequestPerson" (id, "teamId", "requestId", "personId", function)
      select gen_random_uuid(), r."teamId", r.id, p.id, (array['pi', 'lab_staff', 'it_director'])[1 + k]
      from "Request" r cross join generate_series(0, 2) k
      join (select id, row_number() over (order by name) as n from "Person" where "teamId" = ${teamId}::uuid) p
        on p.n = 1 + (r.number * 3 + k) % ${size.people}::int
      where r."teamId" = ${teamId}::uuid`;
      await tx.$executeRaw`insert into "RequestItem" (id, "teamId", "requestId", "unitId", step, status, "stepSince", "waitingOn")
      select gen_random_uuid(), r."teamId", r.id, u.id, r.status::text, r.status, date '2026-01-01', 'nobody'
      from "Request" r join (select id, row_number() over (order by code) as n from "AccessUnit" where code like 'phs9%') u
        on u.n = 1 + r.number % ${size.units}::int
      where r."teamId" = ${teamId}::uuid`;
      await tx.$executeRaw`insert into "Cycle" (id, "teamId", "requestId", number, "startedOn")
      select gen_random_uuid(), "teamId", id, 1, date '2026-01-01' from "Request" where "teamId" = ${teamId}::uuid`;
      await tx.$executeRaw`insert into "Grant" (id, "teamId", "requestId", "itemId", "cycleId", "unitId", "decidedOn", "startsOn", "endsOn", "createdAt")
      select gen_random_uuid(), i."teamId", i."requestId", i.id, c.id, i."unitId", date '2026-01-01', date '2026-01-01',
        date '2026-06-01' + (random() * 500)::int, now()
      from "RequestItem" i join "Cycle" c on c."requestId" = i."requestId" where i."teamId" = ${teamId}::uuid`;
      await tx.$executeRaw`insert into "Obligation" (id, "teamId", "requestId", "grantId", "ownerId", kind, subject, "dueOn", rule, source)
      select gen_random_uuid(), g."teamId", g."requestId", g.id, ${personId}::uuid, 'dbgap_renewal', g.id::text, g."endsOn", '', ''
      from "Grant" g where g."teamId" = ${teamId}::uuid`;
      await tx.$executeRaw`insert into "Agreement" (id, "teamId", archive, name, "startsOn", "endsOn", "requestId", "createdAt")
      select gen_random_uuid(), "teamId", archive, 'Data Use Certification ' || number, date '2026-01-01', date '2027-01-01', id, now()
      from "Request" where "teamId" = ${teamId}::uuid and number % 10 = 0`;
      await tx.$executeRaw`insert into "AgreementUnit" ("teamId", "agreementId", "unitId")
      select a."teamId", a.id, i."unitId" from "Agreement" a join "RequestItem" i on i."requestId" = a."requestId"
      where a."teamId" = ${teamId}::uuid`;
    },
    { timeout: 120_000 },
  );
  await client.$executeRaw`analyze`;
}
