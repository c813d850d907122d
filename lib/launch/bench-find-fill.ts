import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Member } from "@/lib/team/actor";

/** The team that is searched, and how many small ones lie beside it. */
const OTHERS = 20;
const REQUESTS_OF_OTHERS = 1_000;

/** Words of which titles, names and files are made; combined they are as many as in real ones. */
const WORDS = `
  create temporary table said as select
    array['Sepsis','Diabetes','Asthma','Leukaemia','Melanoma','Stroke','Epilepsy','Schizophrenia','Autism',
      'Hypertension','Glioblastoma','Psoriasis','Endometriosis','Osteoporosis','Depression','Glaucoma',
      'Sarcoidosis','Cardiomyopathy','Neuroblastoma','Preeclampsia','Fibrosis','Migraine','Obesity',
      'Pancreatitis','Lymphoma','Arthritis','Dementia','Narcolepsy','Thrombosis','Anaemia'] as illness,
    array['methylation','transcriptome','exomes','genotypes','proteomics','imaging','electrocardiograms',
      'waveforms','notes','metabolomics','microbiome','histology','radiographs','single-cell','phenotypes',
      'telemetry','spirometry','biobank','longitudinal','imputation'] as kind,
    array['in childhood','after surgery','across ancestries','in intensive care','before treatment',
      'in twins','during pregnancy','in ageing cohorts','by machine learning','with rare variants',
      'under immunotherapy','in primary care','and sleep','and kidney function','and smoking',
      'and survival','at diagnosis','in remission','and medication','in families'] as setting,
    array['Ana','Bo','Chidi','Dana','Eva','Frank','Grace','Hana','Igor','José','Kirsten','Lucía','Mehmet',
      'Nora','Óscar','Priya','Quentin','Rosa','Søren','Tomáš'] as first,
    array['García','Müller','Okafor','Lindqvist','Ruiz','Novák','Levi','Mercer','Tanaka','Schröder',
      'Øster','Kowalski','Fernández','Dubois','Rossi','Haddad','Nguyen','Ivanova','Castaño','Weiß'] as last;
`;

const FILL = `
  insert into "Team" (id, slug, name)
    select case n when 0 then :team::uuid else gen_random_uuid() end, 'team-' || n, 'Team ' || n
    from generate_series(0, ${OTHERS}) n;
  insert into "User" (id, email, name) values (:team, 'lead@bench.example', 'Lead');
  insert into "Membership" (id, "teamId", "userId", role) values (:team, :team, :team, 'lead');
  insert into "Person" (id, "teamId", "userId", name, email, institution, "startsOn", "createdAt")
    select case n when 0 then t.id else gen_random_uuid() end, t.id, case when n = 0 and t.id = :team then t.id end,
      first[1 + n % 20] || ' ' || last[1 + n / 20 % 20], 'person' || n || '@bench.example', 'University',
      '2020-01-01', now()
    from "Team" t, said, generate_series(0, 299) n where t.id = :team or n < 10;
  insert into "Identity" (id, "teamId", "personId", scheme, value, key, "createdAt")
    select gen_random_uuid(), "teamId", id, 'ega', 'account.' || left(id::text, 13), id::text, now() from "Person";
  create temporary table seat as select id, "teamId", row_number() over (partition by "teamId" order by id) - 1 as nth
    from "Person";
  create temporary table unit as select id, archive, row_number() over (order by id) - 1 as nth,
    count(*) over () as many from "AccessUnit" where archive in ('ega', 'dbgap', 'physionet');
  insert into "Request" (id, "teamId", number, archive, lifecycle, title, status, "ownerId", "archiveNumber",
      "createdAt", "updatedAt")
    select gen_random_uuid(), t.id, n, u.archive, 'bench', illness[1 + n % 30] || ' ' || kind[1 + n / 7 % 20] || ' '
        || setting[1 + n / 11 % 20] || case n % 5 when 0 then ', ' || last[1 + n / 13 % 20] else '' end,
      (enum_range(null::"ReviewStatus"))[1 + n % 11], s.id, (40000 + n)::text,
      now() - n * interval '1 minute', now()
    from "Team" t, said, lateral generate_series(1, case t.id when :team then :requests else ${REQUESTS_OF_OTHERS} end) n
      join seat s on s.nth = n % 10 join unit u on u.nth = n % u.many where s."teamId" = t.id;
  insert into "RequestItem" (id, "teamId", "requestId", "unitId", step, status, "stepSince", "waitingOn")
    select gen_random_uuid(), r."teamId", r.id, u.id, 'step', r.status, '2025-06-01', 'nobody'
    from "Request" r join unit u on u.nth = r.number % u.many;
  insert into "Obligation" (id, "teamId", "requestId", "ownerId", kind, subject, what, "dueOn", rule, source, archive)
    select gen_random_uuid(), "teamId", id, "ownerId", 'review_silence', id::text,
      'Ask the archive for news of the application', date '2027-01-01' + number % 900, '', '', archive
    from "Request" where number % 5 = 0;
  insert into "Document" (id, "teamId", "requestId", name, type, size, sha256, "uploadedBy", "createdAt")
    select gen_random_uuid(), "teamId", id, 'approval-letter_' || "archiveNumber" || '.pdf', 'application/pdf', 1,
      repeat('0', 64), 'Lead', now()
    from "Request" where number % 5 = 1;
`;

/** What the triggers do row by row, in one go for each team. */
const KEEP = `
  do $$
  declare
    team uuid;
    kind text;
  begin
    for team in select id from "Team" loop
      perform set_config('app.team_id', team::text, true);
      foreach kind in array array['request', 'person', 'duty', 'document'] loop
        execute format('select count(keep_entry(%L, row(id, "teamId", slug, title, words, keys, marks,
          "ownerId", "isOpen", at)::findable)) from findable_%s', kind, kind);
      end loop;
    end loop;
  end $$;
`;

/**
 * Fills a database that holds the catalogue with a team of so many requests, and others beside it.
 * @returns the lead of the team, and how many things can be found
 */
export async function fillFind(
  url: string,
  requests: number,
): Promise<{ actor: Member; entries: number }> {
  const team = randomUUID();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(WORDS);
    await client.query(
      FILL.replaceAll(":team", client.escapeLiteral(team)).replaceAll(":requests", `${requests}`),
    );
    await client.query(KEEP);
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from "SearchEntry"`,
    );
    const actor: Member = {
      ...{ kind: "user", userId: team, teamId: team, role: "lead", personId: team, name: "Lead" },
      now: new Date(),
    };
    return { actor, entries: rows[0]?.count ?? 0 };
  } finally {
    await client.end();
  }
}
