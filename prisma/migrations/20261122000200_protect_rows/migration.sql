-- The second lock: rows of a team are shown only to a transaction that has named the team.
-- `set_config('app.team_id', …, true)` and its sisters are set by lib/services/transaction.ts.

create function app_team() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.team_id', true), '')::uuid $$;

create function app_user() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create function app_email() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.email', true), '') $$;

-- A background job that works across teams: it may see which teams there are and what mail waits.
create function app_job() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.job', true), '') = 'on' $$;

do $$
declare t text;
begin
  foreach t in array array[
    'Team', 'Membership', 'Invitation', 'Person', 'Request', 'RequestItem', 'RequestPerson', 'Cycle',
    'Grant', 'Obligation', 'Notice', 'Document', 'DocumentContent', 'Event', 'EventChain', 'Command'
  ] loop
    execute format('alter table %I enable row level security', t);
    -- Forced: the owner of the tables obeys too.
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array[
    'Person', 'Request', 'RequestItem', 'RequestPerson', 'Cycle', 'Grant', 'Obligation', 'Document',
    'DocumentContent', 'Event', 'EventChain', 'Command'
  ] loop
    execute format(
      'create policy of_the_team on %I using ("teamId" = app_team()) with check ("teamId" = app_team())', t);
  end loop;
end $$;

create policy of_the_team on "Team"
  using (id = app_team()) with check (id = app_team());
create policy known_to_jobs on "Team" for select
  using (app_job());
create policy of_my_memberships on "Team" for select
  using (id in (select "teamId" from "Membership" where "userId" = app_user()));
-- Who is invited may read the name of the team that invites.
create policy of_my_invitations on "Team" for select
  using (id in (select "teamId" from "Invitation" where email = app_email()));

create policy of_the_team on "Membership"
  using ("teamId" = app_team()) with check ("teamId" = app_team());
create policy my_own on "Membership" for select
  using ("userId" = app_user());

create policy of_the_team on "Invitation"
  using ("teamId" = app_team()) with check ("teamId" = app_team());
create policy addressed_to_me on "Invitation" for select
  using (email = app_email());

create policy of_the_team on "Notice"
  using ("teamId" = app_team()) with check ("teamId" = app_team());
create policy sent_by_jobs on "Notice"
  using (app_job()) with check (app_job());
-- A sign-in link has no team; whoever asks for one may queue its mail, and read nothing.
create policy asked_by_visitors on "Notice" for insert
  with check ("teamId" is null and kind = 'sign_in');

-- ─── Promises that a forgotten line of code cannot break ─────────────────────

alter table "Grant" add constraint "Grant_ends_after_it_starts"
  check ("endsOn" is null or "endsOn" >= "startsOn");
alter table "Person" add constraint "Person_ends_after_it_starts"
  check ("endsOn" is null or "endsOn" >= "startsOn");
alter table "Document" add constraint "Document_has_a_hash"
  check (sha256 ~ '^[0-9a-f]{64}$' and size between 1 and 26214400);
alter table "Team" add constraint "Team_slug_is_an_address"
  check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- One item per unit and person; at dbGaP and EGA, where an item has no person, one per unit.
create unique index "RequestItem_once_per_unit_and_person"
  on "RequestItem" ("requestId", "unitId", "personId") nulls not distinct;

-- An item has one grant in force at most.
create unique index "Grant_one_in_force"
  on "Grant" ("itemId") where "endedOn" is null;

create index "Dataset_search_text" on "Dataset" using gin ("searchText" gin_trgm_ops);

-- ─── History: append-only, one hash chain per team ───────────────────────────

-- Everything that the hash of an event covers, in one spelling.
create function event_hash(e "Event") returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    e.id, e."teamId", e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e."actorId",
    e."actorName", e.action, e."subjectType", e."subjectId", e."requestId", e.data, e."prevHash"
  )::text, 'UTF8')), 'hex')
$$;

-- Locks the head of the team's chain, so that two events of one team are never numbered alike.
-- Runs with its owner's rights, since the app's role may read the head but not write it.
create function chain_event() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare head "EventChain";
begin
  insert into "EventChain" ("teamId", seq, hash) values (new."teamId", 0, '') on conflict do nothing;
  select * into head from "EventChain" where "teamId" = new."teamId" for update;
  new.seq := head.seq + 1;
  new."prevHash" := head.hash;
  new.hash := event_hash(new);
  update "EventChain" set seq = new.seq, hash = new.hash where "teamId" = new."teamId";
  return new;
end $$;

create trigger chain_event before insert on "Event"
  for each row execute function chain_event();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'History is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger history_is_append_only before update or delete or truncate on "Event"
  for each statement execute function refuse_change();
