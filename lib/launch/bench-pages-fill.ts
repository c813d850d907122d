import { ARCHIVES } from "@/lib/archives/index";
import { PRESSING } from "@/lib/requests/lifecycle";

const LIFECYCLES = ["physionet-credentialed", "dbgap-project", "ega-application"];

/** Every step of the three lifecycles, numbered within each, as rows for SQL. */
const STEPS = ARCHIVES.flatMap(({ code, lifecycles }) =>
  lifecycles
    .filter(({ id }) => LIFECYCLES.includes(id))
    .flatMap(({ id, steps }) =>
      steps.map(
        ({ id: step, status, waitingOn }, index) =>
          `('${code}', '${id}', ${index}, ${steps.length}, '${step}', '${status}', '${waitingOn}')`,
      ),
    ),
).join();

/**
 * A team of 200 people and 10 000 requests: half of them approved, the others in every step that
 * there is; each with one to three items, people, and duties. The same at each run but for its ids.
 * Triggers sleep meanwhile, since they write down row by row what the search finds.
 */
export const FILL_PAGES = `
  set session_replication_role = replica;
  create temporary table step (archive text, lifecycle text, n int, steps int, step text, status text, waiting text);
  insert into step values ${STEPS};
  insert into "Dataset" (id, slug, title, "shortTitle", archive, summary, "accessClass", gate,
      "landingUrl", source, confidence, "searchText")
    select gen_random_uuid(), 'set-' || n, 'Data set ' || n, 'Set ' || n, archive, '',
      case archive when 'physionet' then 'credentialed' else 'controlled' end::"AccessClass",
      '', '', '', 'high', ''
    from generate_series(1, 500) n, lateral (select (array['physionet', 'dbgap', 'ega'])[1 + n % 3] as archive) a;
  insert into "AccessUnit" (id, "datasetId", archive, code, label, version, "accessClass", policy, "landingUrl")
    select gen_random_uuid(), id, archive, case archive when 'physionet' then slug || '/1.0.0' else slug end,
      slug, case archive when 'physionet' then '1.0.0' end, "accessClass",
      case archive when 'physionet' then 'credentialed' end, ''
    from "Dataset";
  create temporary table unit as
    select id, archive, row_number() over (partition by archive order by code) - 1 as n,
      count(*) over (partition by archive) as units from "AccessUnit";
  insert into "Person" (id, "teamId", name, country, "startsOn")
    select gen_random_uuid(), :team, 'Person ' || lpad(n::text, 3, '0'), 'DE', '2020-01-01'
    from generate_series(1, 200) n;
  create temporary table person as
    select id, row_number() over (order by name) - 1 as n from "Person" where "teamId" = :team;
  insert into "Identity" (id, "teamId", "personId", scheme, value, key, "verifiedOn", "createdAt")
    select gen_random_uuid(), :team, id, scheme, name, name, '2024-01-01', now()
    from "Person", unnest(array['physionet', 'ega', 'era_commons']) scheme;
  insert into "Qualification" (id, "teamId", "personId", type, step, "stepSince", "startsOn", "createdAt")
    select gen_random_uuid(), :team, id, type, 'accepted', '2024-01-01', '2024-01-01', now()
    from "Person", unnest(array['physionet_credential', 'citi_data_only', 'gcp']) type;
  create temporary table request as
    select gen_random_uuid() as id, n, archive,
      (select lifecycle from step s where s.archive = a.archive limit 1) as lifecycle
    from generate_series(1, 10000) n,
      lateral (select (array['physionet', 'dbgap', 'ega'])[1 + n % 3] as archive) a;
  create temporary table item as
    select gen_random_uuid() as id, r.id as request, r.n, r.archive, k as position, s.step, s.status, s.waiting,
      (select id from unit u where u.archive = r.archive and u.n = (r.n / 3 + k * 7) % u.units) as unit,
      case r.archive when 'physionet' then (select id from person p where p.n = (r.n * 7 + k) % 200) end as person,
      current_date - (r.n * 31 + k) % 900 as since
    from request r, lateral generate_series(0, r.n % 3) k,
      lateral (select * from step s where s.lifecycle = r.lifecycle
        and case when r.n % 2 = 0 then s.status = 'approved' else s.n = (r.n / 6 + k) % s.steps end limit 1) s;
  create index on item (request);
  analyze item;
  insert into "Request" (id, "teamId", number, archive, lifecycle, title, status, "ownerId", "archiveNumber",
      "submittedOn", "createdAt", "updatedAt")
    select r.id, :team, r.n, r.archive, r.lifecycle,
      (array['Lung', 'Sepsis', 'Heart', 'Sleep', 'Kidney'])[1 + r.n % 5] || ' study ' || r.n,
      (select i.status from item i where i.request = r.id
        order by array_position(array[${PRESSING.map((status) => `'${status}'`).join()}], i.status) limit 1)::"ReviewStatus",
      (select id from person p where p.n = r.n % 40), case when r.n % 4 = 0 then 'EGAR' || r.n end,
      current_date - r.n % 700, now() - r.n * interval '37 minutes', now() - r.n * interval '23 minutes'
    from request r;
  insert into "RequestPerson" (id, "teamId", "requestId", "personId", function)
    select gen_random_uuid(), :team, r.id, p.id, f.function
    from request r, (values ('pi', 1), ('signing_official', 2), ('downloader', 3)) f(function, shift)
      join person p on true
    where r.archive <> 'physionet' and p.n = (r.n * 3 + f.shift) % 40;
  insert into "RequestItem" (id, "teamId", "requestId", "unitId", "personId", step, status, "stepSince",
      "waitingOn", position)
    select id, :team, request, unit, person, step, status::"ReviewStatus", since, waiting, position from item;
  insert into "Cycle" (id, "teamId", "requestId", number, "startedOn")
    select gen_random_uuid(), :team, id, 1, current_date - 900 from request;
  insert into "Grant" (id, "teamId", "requestId", "itemId", "cycleId", "unitId", "personId", "decidedOn",
      "startsOn", "endsOn", "createdAt")
    select gen_random_uuid(), :team, i.request, i.id, c.id, i.unit, i.person, current_date - 900, current_date - 900,
      case when i.archive <> 'physionet' then current_date + (i.n * 13) % 700 - 60 end, now()
    from item i join "Cycle" c on c."requestId" = i.request where i.status = 'approved';
  insert into "Agreement" (id, "teamId", archive, name, "startsOn", "endsOn", "requestId", "createdAt")
    select gen_random_uuid(), :team, r.archive, 'Agreement ' || r.n, current_date - 900,
      case r.archive when 'physionet' then null else current_date + (r.n * 13) % 700 - 60 end, r.id, now()
    from request r where r.n % 5 = 0;
  insert into "AgreementUnit" ("teamId", "agreementId", "unitId")
    select distinct :team::uuid, a.id, i.unit from "Agreement" a join item i on i.request = a."requestId";
  insert into "Obligation" (id, "teamId", "requestId", "ownerId", kind, subject, what, "dueOn", rule, source,
      state, "closedOn", archive)
    select gen_random_uuid(), :team, r.id, (select id from person p where p.n = r.n % 40),
      k.kind, r.id || ' ' || k.k, 'See to it', current_date + (r.n * 17 + k.k * 211) % 800 - 90, 'Yearly.', 'ours',
      case when k.k = 2 then 'done' else 'open' end::"ObligationState", case when k.k = 2 then current_date end, r.archive
    from request r, (values ('affiliation_check', 0), ('ega_staff_change', 1), ('affiliation_check', 2)) k(kind, k)
    where r.n % 2 = 0;
  drop table step, unit, person, request, item;
  set session_replication_role = origin;
`;
