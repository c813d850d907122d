-- The duties, documents and agreements of a request are found by its number and its title too, so they
-- follow these as they follow their own words.
create function keep_told_of_request() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  named text := current_setting('app.team_id', true);
  subject uuid;
begin
  -- Forced row-level security shows the owner one team too.
  perform set_config('app.team_id', new."teamId"::text, true);
  for subject in select id from "Obligation"
    where "teamId" = new."teamId" and "requestId" = new.id and state = 'open'
  loop
    perform find_again_duty(new."teamId", subject);
  end loop;
  for subject in select id from "Document"
    where "teamId" = new."teamId" and "requestId" = new.id and "deletedAt" is null
  loop
    perform find_again_document(new."teamId", subject);
  end loop;
  for subject in select id from "Agreement"
    where "teamId" = new."teamId" and "requestId" = new.id
  loop
    perform find_again_agreement(new."teamId", subject);
  end loop;
  perform set_config('app.team_id', coalesce(named, ''), true);
  return null;
end $$;

create trigger find_told_of_request after update on "Request" for each row
  when (old.number is distinct from new.number or old.title is distinct from new.title)
  execute function keep_told_of_request();

-- What was called otherwise meanwhile. Whoever migrates reads the rows of all teams here, which forced
-- row-level security hides.
do $do$
declare
  guarded text[] := array['Request', 'Obligation', 'Document', 'Agreement'];
  t text;
begin
  foreach t in array guarded loop
    execute format('alter table %I no force row level security', t);
  end loop;
  foreach t in array array['duty', 'document', 'agreement'] loop
    execute format('select count(keep_entry(%L, row(id, "teamId", slug, title, words, keys, marks,
      "ownerId", "isOpen", at)::findable)) from findable_%s', t, t);
  end loop;
  foreach t in array guarded loop
    execute format('alter table %I force row level security', t);
  end loop;
end $do$;
