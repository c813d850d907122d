import pg from "pg";
import { DUTY_KINDS } from "@/lib/obligations/kinds";

/** How many people each team of the bench has; the first of them leads it. */
const PEOPLE = 25;
/** How many open duties. */
const DUTIES_A_TEAM = 1_000;

/** Teams with people; a request of each; duties of all kinds, half of them of the request. */
const FILL = `
  insert into "Team" (id, slug, name)
    select gen_random_uuid(), 'team-' || n, 'Team ' || n from generate_series(1, :teams) n;
  insert into "User" (id, email, name)
    select id, slug || '@bench.example', 'Lead of ' || name from "Team";
  insert into "Membership" (id, "teamId", "userId", role) select id, id, id, 'lead' from "Team";
  insert into "Person" (id, "teamId", "userId", name, email, "startsOn")
    select gen_random_uuid(), t.id, case n when 1 then t.id end, 'Person ' || n || ' of ' || t.name,
      t.slug || '-' || n || '@bench.example', '2020-01-01'
    from "Team" t, generate_series(1, ${PEOPLE}) n;
  create temporary table seat as
    select id, "teamId", row_number() over (partition by "teamId" order by name) as nth from "Person";
  insert into "Request" (id, "teamId", number, archive, lifecycle, title, status, "ownerId", "createdAt",
      "updatedAt")
    select t.id, t.id, 1, 'dbgap', 'dbgap-project', 'Project', 'approved', s.id, now(), now()
    from "Team" t join seat s on s."teamId" = t.id and s.nth = 1;
  insert into "Obligation" (id, "teamId", "requestId", "ownerId", kind, subject, what, "dueOn", rule,
      source, archive)
    select gen_random_uuid(), s."teamId", case when n % 2 = 0 then s."teamId" end, s.id,
      (:kinds::text[])[1 + n % array_length(:kinds::text[], 1)], 'bench:' || n, 'Do what is due: ' || n,
      :on::date + 1 + (n * 7919 + abs(hashtext(s."teamId"::text) % :days)) % :days, 'One year after the approval.',
      'https://bench.example/terms', 'dbgap'
    from generate_series(1, ${DUTIES_A_TEAM}) n join seat s on s.nth = 1 + n % ${PEOPLE};
  analyze;
`;

/**
 * Fills a database with open duties whose days lie from tomorrow on over so many days, evenly.
 * @returns how many
 */
export async function fillDuties(
  url: string,
  { duties, days, on }: { duties: number; days: number; on: string },
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const values = {
    teams: String(Math.round(duties / DUTIES_A_TEAM)),
    kinds: client.escapeLiteral(`{${DUTY_KINDS.map(({ id }) => id).join(",")}}`),
    on: client.escapeLiteral(on),
    days: String(days),
  };
  const sql = Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`:${name}`, value),
    FILL.replaceAll("::", "\u0000"),
  );
  try {
    // Nothing of what the search and the history keep of each row counts here.
    await client.query("set session_replication_role = replica");
    await client.query(sql.replaceAll("\u0000", "::"));
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from "Obligation" where state = 'open'`,
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
