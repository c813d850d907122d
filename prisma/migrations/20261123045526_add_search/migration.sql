-- CreateTable
CREATE TABLE "SearchEntry" (
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "teamId" UUID,
    "slug" TEXT NOT NULL DEFAULT '',
    -- Byte order, so that the index below answers for beginnings.
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "lexemes" tsvector NOT NULL,
    "ownerId" UUID,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("kind","subjectId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "teamId" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("teamId","word")
);

-- CreateIndex
CREATE INDEX "SearchEntry_words" ON "SearchEntry" USING GIN ("lexemes");

-- CreateIndex
CREATE INDEX "SearchEntry_beginnings" ON "SearchEntry"("teamId", "titleKey");

-- CreateIndex
CREATE INDEX "SearchWord_alike" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- ─── The second lock ─────────────────────────────────────────────────────────

-- Row-level security keeps PostgreSQL from using indexes of words, whose operators are not leakproof.
-- So nobody but the owner sees these tables at all; one function reads them, for the team of its
-- transaction, and answers with ids, of which the app reads what its own rights show it.
do $$
declare t text;
begin
  foreach t in array array['SearchEntry', 'SearchWord'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy kept_by_the_owner on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;

-- ─── Words ───────────────────────────────────────────────────────────────────

-- Lower case, without accents; letters that no accent explains as people type them.
create function find_fold(said text) returns text language sql immutable parallel safe as $$
  select lower(translate(
    replace(replace(replace(
      regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    'øØłŁđĐðÐþÞı', 'oOlLdDdDtTi'))
$$;

create function find_words(said text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct left(word, 60)), '{}')
  from regexp_split_to_table(find_fold(said), '[^[:alnum:]]+') word where word <> ''
$$;

-- A number as it is compared: phs000821.v1.p1.c1, GB-12 and gb 12 lose what stands between.
create function find_key(said text) returns text language sql immutable parallel safe as $$
  select left(regexp_replace(find_fold(said), '[^[:alnum:]]+', '', 'g'), 100)
$$;

-- ─── What can be found ───────────────────────────────────────────────────────

create type findable as (
  id uuid, "teamId" uuid, slug text, title text, words text, keys text[], marks uuid[],
  "ownerId" uuid, "isOpen" boolean, at timestamptz
);

create function is_open(status "ReviewStatus") returns boolean language sql immutable parallel safe as
  $$ select status not in ('rejected', 'withdrawn', 'closed', 'terminated') $$;

create view findable_request as
  select r.id, r."teamId", '' as slug, r.title,
    concat_ws(' ', 'GB', r.number, r.archive, r."archiveNumber", i.words) as words,
    array['GB-' || r.number, r.number::text, r."archiveNumber"] || i.keys as keys, i.marks,
    r."ownerId", is_open(r.status) as "isOpen", r."createdAt" as at
  from "Request" r, lateral (
    select array_agg(u.id) as marks, array_agg(u.code) || array_agg(i."archiveNumber") as keys,
      string_agg(concat_ws(' ', i."archiveNumber", u.code, u.label, u."consentCode", d."shortTitle",
        d.title), ' ') as words
    from "RequestItem" i join "AccessUnit" u on u.id = i."unitId" join "Dataset" d on d.id = u."datasetId"
    where i."teamId" = r."teamId" and i."requestId" = r.id
  ) i;

create view findable_person as
  select p.id, p."teamId", '' as slug, p.name as title,
    concat_ws(' ', p.email, p.institution, p.position, i.words) as words,
    array[p.email] || i.keys as keys, null::uuid[] as marks, p.id as "ownerId",
    p."endsOn" is null as "isOpen", p."createdAt" as at
  from "Person" p, lateral (
    select string_agg(concat_ws(' ', i.scheme, i.value), ' ') as words, array_agg(i.value) as keys
    from "Identity" i where i."teamId" = p."teamId" and i."personId" = p.id
  ) i;

create view findable_dataset as
  select d.id, d."teamId", d.slug, d."shortTitle" as title,
    concat_ws(' ', d.title, d.slug, d."searchText") as words,
    (select array_agg(i.value) from "DatasetIdentifier" i where i."datasetId" = d.id) as keys,
    null::uuid[] as marks, null::uuid as "ownerId", true as "isOpen", 'epoch'::timestamptz as at
  from "Dataset" d where d."retiredAt" is null;

-- What nobody has to ask for is found as its data set.
create view findable_unit as
  select u.id, u."teamId", '' as slug, u.label as title,
    concat_ws(' ', u.code, u.archive, u."consentCode", u.dac, d."shortTitle", d.title) as words,
    array[u.code] as keys, null::uuid[] as marks, null::uuid as "ownerId", u."isLatest" as "isOpen",
    'epoch'::timestamptz as at
  from "AccessUnit" u join "Dataset" d on d.id = u."datasetId"
  where u."retiredAt" is null and u."accessClass" not in ('open', 'registration');

-- Papers have a slug only.
create view findable_paper as
  select md5(p.slug)::uuid as id, null::uuid as "teamId", p.slug, p.title,
    concat_ws(' ', p.reference, p.year) as words, array[p.doi, p.pmid, p.pmcid] as keys,
    null::uuid[] as marks, null::uuid as "ownerId", true as "isOpen",
    make_timestamptz(coalesce(p.year, 1970), 1, 1, 0, 0, 0, 'UTC') as at
  from "Publication" p;

create view findable_output as
  select o.id, o."teamId", '' as slug, o.title, concat_ws(' ', o.kind, o.reference) as words,
    array[o.reference] as keys, null::uuid[] as marks, null::uuid as "ownerId", true as "isOpen",
    o."createdAt" as at
  from "Output" o;

create view findable_duty as
  select o.id, o."teamId", '' as slug, coalesce(nullif(o.what, ''), o.kind) as title,
    concat_ws(' ', o.kind, o.archive, 'GB-' || r.number, r.title) as words, null::text[] as keys,
    null::uuid[] as marks, o."ownerId", true as "isOpen", o."dueOn"::timestamp at time zone 'UTC' as at
  from "Obligation" o left join "Request" r on r."teamId" = o."teamId" and r.id = o."requestId"
  where o.state = 'open';

create view findable_document as
  select d.id, d."teamId", '' as slug, d.name as title,
    concat_ws(' ', 'GB-' || r.number, r.title, d."uploadedBy") as words, null::text[] as keys,
    null::uuid[] as marks, null::uuid as "ownerId", true as "isOpen", d."createdAt" as at
  from "Document" d left join "Request" r on r."teamId" = d."teamId" and r.id = d."requestId"
  where d."deletedAt" is null;

create view findable_agreement as
  select a.id, a."teamId", '' as slug, a.name as title,
    concat_ws(' ', a.archive, a."textVersion", a.dac, array_to_string(a.parties, ' '),
      'GB-' || r.number, r.title) as words,
    null::text[] as keys, null::uuid[] as marks, null::uuid as "ownerId",
    a."endedOn" is null as "isOpen", a."createdAt" as at
  from "Agreement" a left join "Request" r on r."teamId" = a."teamId" and r.id = a."requestId";

create view findable_incident as
  select i.id, i."teamId", '' as slug, i.title, concat_ws(' ', 'incident', i.number, i.what) as words,
    array[i.number::text, 'incident' || i.number] as keys, null::uuid[] as marks,
    i."foundById" as "ownerId", i."closedOn" is null as "isOpen", i."createdAt" as at
  from "Incident" i;

-- ─── Keeping it ──────────────────────────────────────────────────────────────

-- Each word is kept with its shelf before it, so that the index of all teams answers for one shelf of
-- one team as if there were no other: open and closed requests, duties, files, and all the rest of a
-- team; the catalogue. Six characters of an id keep rows short; whoever reads compares the whole id.
create function find_shelf(team uuid, kind text, open boolean) returns text
language sql immutable parallel safe as $$
  select coalesce(right(team::text, 6) || case kind
    when 'request' then case when open then 'r' else 'c' end
    when 'duty' then 'd' when 'document' then 'f' else 'o' end, 'all') || '-'
$$;

create function keep_entry(a_kind text, f findable) returns void language plpgsql as $$
declare
  words text[] := find_words(left(concat_ws(' ', f.title, f.words), 8000));
  keys text[] := array(select '#' || find_key(key) from unnest(f.keys) key where find_key(key) <> '');
  shelf text := find_shelf(f."teamId", a_kind, f."isOpen");
  marks text[] := array(select '@' || mark from unnest(f.marks || f."ownerId") mark where mark is not null);
begin
  insert into "SearchEntry" as e
    (kind, "subjectId", "teamId", slug, "titleKey", lexemes, "ownerId", "isOpen", at)
  values (a_kind, f.id, f."teamId", f.slug, left(find_fold(f.title), 200),
    array_to_tsvector(array(select shelf || word from unnest(words || keys) word) || marks),
    f."ownerId", f."isOpen", f.at)
  on conflict (kind, "subjectId") do update set
    "teamId" = excluded."teamId", slug = excluded.slug, "titleKey" = excluded."titleKey",
    lexemes = excluded.lexemes, "ownerId" = excluded."ownerId", "isOpen" = excluded."isOpen",
    at = excluded.at
  where (e."teamId", e.slug, e."titleKey", e.lexemes, e."ownerId", e."isOpen", e.at) is distinct from
    (excluded."teamId", excluded.slug, excluded."titleKey", excluded.lexemes, excluded."ownerId",
     excluded."isOpen", excluded.at);
  if not found then return; end if;
  -- In one order for everybody, since two may add the same word at once. Words that are gone stay:
  -- they lead to entries, and no entry holds them.
  insert into "SearchWord" ("teamId", word)
  select coalesce(f."teamId", '00000000-0000-0000-0000-000000000000'), t.word
  from unnest(words) t (word)
  where t.word ~ '^[[:alpha:]]{3,40}$' and not exists (
    select 1 from "SearchWord" w
    where w."teamId" = coalesce(f."teamId", '00000000-0000-0000-0000-000000000000') and w.word = t.word)
  order by word on conflict do nothing;
end $$;

-- One function for each kind, so that PostgreSQL plans its query once for each connection.
do $do$
declare kind text;
begin
  foreach kind in array array['request', 'person', 'dataset', 'unit', 'paper', 'output', 'duty',
    'document', 'agreement', 'incident'] loop
    execute format($fn$
      create function find_again_%1$s(team uuid, subject uuid) returns void language plpgsql as $$
      declare
        named text := current_setting('app.team_id', true);
        f findable;
      begin
        -- Forced row-level security shows its owner one team too, so the row's own is named meanwhile.
        perform set_config('app.team_id', coalesce(team::text, ''), true);
        select id, "teamId", slug, title, words, keys, marks, "ownerId", "isOpen", at into f
        from findable_%1$s v where v.id = subject;
        if f.id is null then
          delete from "SearchEntry" e where e.kind = %1$L and e."subjectId" = subject;
        else
          perform keep_entry(%1$L, f);
        end if;
        perform set_config('app.team_id', coalesce(named, ''), true);
      end $$ $fn$, kind);
  end loop;
end $do$;

-- Runs with its owner's rights: the app's role reaches none of this. Arguments: the kind, and how the
-- ids of the subject and its team are read from a row.
create function keep_findable() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    execute format('select find_again_%s(%s, %s)', tg_argv[0], tg_argv[2], tg_argv[1]) using old;
  else
    execute format('select find_again_%s(%s, %s)', tg_argv[0], tg_argv[2], tg_argv[1]) using new;
  end if;
  return null;
end $$;

-- What a data set or a unit is called is found in its units and in the requests for them too.
create function keep_named_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  unit record;
  entry record;
begin
  for unit in execute format('select u.id, u."teamId" from "AccessUnit" u where u.%I = $1', tg_argv[0])
    using new.id
  loop
    perform find_again_unit(unit."teamId", unit.id);
    for entry in select e."teamId", e."subjectId" from "SearchEntry" e
      where e.lexemes @@ format('''@%s''', unit.id)::tsquery and e.kind = 'request'
    loop
      perform find_again_request(entry."teamId", entry."subjectId");
    end loop;
  end loop;
  return null;
end $$;

-- A trigger that does not fire costs a comparison of columns: nothing is done unless words changed.
do $do$
declare
  t record;
  subject text;
  team text;
  changed text;
begin
  for t in select * from (values
    ('Request', 'request', 'id', array['number', 'archive', 'archiveNumber', 'title', 'ownerId']),
    ('RequestItem', 'request', 'requestId', array['unitId', 'archiveNumber']),
    ('Person', 'person', 'id', array['name', 'email', 'institution', 'position', 'endsOn']),
    ('Identity', 'person', 'personId', array['scheme', 'value']),
    ('Dataset', 'dataset', 'id', array['slug', 'title', 'shortTitle', 'searchText', 'retiredAt']),
    ('DatasetIdentifier', 'dataset', 'datasetId', array['value']),
    ('AccessUnit', 'unit', 'id',
      array['code', 'label', 'consentCode', 'dac', 'accessClass', 'isLatest', 'retiredAt', 'datasetId']),
    ('Publication', 'paper', 'slug', array['title', 'reference', 'year', 'doi', 'pmid', 'pmcid']),
    ('Output', 'output', 'id', array['title', 'kind', 'reference']),
    ('Obligation', 'duty', 'id',
      array['state', 'kind', 'what', 'archive', 'requestId', 'ownerId', 'dueOn']),
    ('Document', 'document', 'id', array['name', 'requestId', 'deletedAt']),
    ('Agreement', 'agreement', 'id',
      array['archive', 'name', 'textVersion', 'dac', 'parties', 'requestId', 'endedOn']),
    ('Incident', 'incident', 'id', array['number', 'title', 'what', 'foundById', 'closedOn'])
  ) as t (source, kind, subject, columns) loop
    subject := case t.subject when 'slug' then 'md5($1.slug)::uuid' else format('$1.%I', t.subject) end;
    team := case when t.source in ('Publication', 'DatasetIdentifier') then 'null' else '$1."teamId"' end;
    select string_agg(format('old.%1$I is distinct from new.%1$I', c), ' or ') into changed
    from unnest(t.columns) c;
    -- A step forward changes no word; only its end moves a request behind the open ones.
    if t.source = 'Request' then
      changed := changed || ' or is_open(old.status) is distinct from is_open(new.status)';
    end if;
    execute format('create trigger find_new after insert on %I for each row
      execute function keep_findable(%L, %L, %L)', t.source, t.kind, subject, team);
    execute format('create trigger find_gone after delete on %I for each row
      execute function keep_findable(%L, %L, %L)', t.source, t.kind, subject, team);
    execute format('create trigger find_changed after update on %I for each row when (%s)
      execute function keep_findable(%L, %L, %L)', t.source, changed, t.kind, subject, team);
  end loop;
end $do$;

create trigger find_named_after after update on "Dataset" for each row
  when (old.title is distinct from new.title or old."shortTitle" is distinct from new."shortTitle")
  execute function keep_named_after('datasetId');
create trigger find_named_after after update on "AccessUnit" for each row
  when ((old.code, old.label, old."consentCode", old."datasetId")
    is distinct from (new.code, new.label, new."consentCode", new."datasetId"))
  execute function keep_named_after('id');

-- ─── Asking ──────────────────────────────────────────────────────────────────

-- A word with each two neighbouring letters swapped: the slip that trigrams of short words do not see.
create function find_swapped(word text) returns text[] language sql immutable parallel safe as $$
  select array_agg(left(word, n - 1) || substr(word, n + 1, 1) || substr(word, n, 1) || substr(word, n + 2))
  from generate_series(1, length(word) - 1) n
$$;

-- Known words of a team and of the catalogue that somebody may have meant, nearest first.
create function find_alike(team uuid, said text) returns table (word text, nearness real)
language sql stable as $$
  select word, max(nearness)::real from (
    select v.word, (word_similarity(said, v.word) + similarity(said, v.word)) / 2 as nearness
    from "SearchWord" v
    where v."teamId" in (team, '00000000-0000-0000-0000-000000000000') and said <% v.word
      and said ~ '^[[:alpha:]]{3,40}$'
    union all
    select v.word, 0.9 from "SearchWord" v
    where v."teamId" in (team, '00000000-0000-0000-0000-000000000000')
      and v.word = any (find_swapped(said)) and said ~ '^[[:alpha:]]{3,40}$'
  ) v group by word order by 2 desc, 1 limit 4
$$;

-- Where entries lie that fit a query, so many of each shelf, of the reader's own so many beside them.
-- The team is the caller's word: the app's role may not read the table that this reads with its rights.
create function find_places(asked text, team uuid, me uuid) returns tid[] language sql stable as $$
  select array_agg(distinct place) from (values
    (team, 'request', true, null::uuid, 600), (team, 'request', true, me, 200),
    (team, 'request', false, null, 300), (team, 'duty', true, null, 200), (team, 'duty', true, me, 100),
    (team, 'document', true, null, 200), (team, 'person', true, null, 300), (null, '', true, null, 300)
  ) s (team, kind, open, owner, many), lateral (
    select e.ctid from "SearchEntry" e
    where e.lexemes @@ (format('(%s)', replace(asked, '~', find_shelf(s.team, s.kind, s.open)))
      || coalesce(' & ''@' || s.owner || '''', ''))::tsquery
    limit s.many
  ) e (place)
$$;

-- What fits a query in the team of the transaction and in the catalogue, the best of each kind first.
-- An exact number goes before a title, its beginning, words of the title, other words, and words that
-- are spelled alike; the latter only where hardly anything fits as it was typed. Within these the
-- reader's own comes first, then what is open. Of thousands that fit a word some hundreds are compared.
create function find_in_team(query text, take int)
returns table (kind text, "subjectId" uuid, slug text, score real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.3 set enable_seqscan = off as $$
#variable_conflict use_column
declare
  team uuid := app_team();
  said text := trim(find_fold(left(query, 200)));
  key text := find_key(said);
  words text[] := (find_words(said))[1:8];
  me uuid;
  typed text;
  meant text;
  alike text[];
  nearness real[];
  places tid[];
begin
  if team is null or cardinality(words) = 0 then return; end if;
  select p.id into me from "Person" p where p."teamId" = team and p."userId" = app_user();
  -- Whatever else a query holds, words are letters and digits, so that none is read as an operator.
  -- Each stands behind a tilde, which gives way to a shelf.
  select string_agg(format('''~%s'':*', word), ' & ') || format(' | ''~#%s''', key)
    || case when key ~ '[0-9]' then ':*' else '' end into typed from unnest(words) word;
  places := find_places(typed, team, me);
  if coalesce(cardinality(places), 0) < 5 then
    select array_agg(a.word), array_agg(a.nearness) into alike, nearness
    from unnest(words) t (said), find_alike(team, t.said) a;
    select string_agg(format('(''~%s'':*%s)', t.said, (
      select string_agg(format(' | ''~%s''', a.word), '') from find_alike(team, t.said) a)), ' & ')
    into meant from unnest(words) t (said);
    places := places || find_places(meant, team, me);
  end if;
  places := places || array(
    select e.ctid from "SearchEntry" e
    where e."teamId" = team and e."titleKey" ^@ said order by e."titleKey" limit 50)
  || array(
    select e.ctid from "SearchEntry" e
    where e."teamId" is null and e."titleKey" ^@ said order by e."titleKey" limit 50);

  return query
  select r.kind, r."subjectId", r.slug, r.score from (
    select e.kind, e."subjectId", e.slug, s.score,
      row_number() over (partition by e.kind order by s.score desc,
        case e.kind when 'duty' then e.at end, e.at desc, e."titleKey", e."subjectId") as place
    from "SearchEntry" e,
    lateral (select find_shelf(e."teamId", e.kind, e."isOpen")) h (shelf),
    lateral (select (case
      when e.lexemes @@ format('''%s#%s''', shelf, key)::tsquery then 100
      when e."titleKey" = said then 80
      when e."titleKey" ^@ said then 70
      when key ~ '[0-9]' and e.lexemes @@ format('''%s#%s'':*', shelf, key)::tsquery then 60
      when meant is null or e.lexemes @@ replace(typed, '~', shelf)::tsquery then case when (
        select bool_and(strpos(' ' || e."titleKey", ' ' || t.word) > 0) from unnest(words) t (word)
      ) then 50 else 40 end
      else 20 + 10 * coalesce((
        select max(a.n) from unnest(alike, nearness) a (word, n)
        where e.lexemes @@ format('''%s%s''', shelf, a.word)::tsquery), 0)
    end + case when e."ownerId" = me then 6 else 0 end + case when e."isOpen" then 3 else 0 end)::real
    ) s (score)
    where e.ctid = any (places) and (e."teamId" = team or e."teamId" is null)
  ) r
  order by r.place > 5, r.score desc, r.kind, r.place
  limit least(greatest(take, 0), 50);
end $$;

-- ─── What is there already ───────────────────────────────────────────────────

-- Whoever migrates reads the rows of all teams here, which forced row-level security hides.
do $do$
declare
  guarded text[] := array['Request', 'RequestItem', 'Person', 'Identity', 'Output', 'Obligation',
    'Document', 'Agreement', 'Incident'];
  t text;
begin
  foreach t in array guarded loop
    execute format('alter table %I no force row level security', t);
  end loop;
  foreach t in array array['request', 'person', 'dataset', 'unit', 'paper', 'output', 'duty', 'document',
    'agreement', 'incident'] loop
    execute format('select count(keep_entry(%L, row(id, "teamId", slug, title, words, keys, marks,
      "ownerId", "isOpen", at)::findable)) from findable_%s', t, t);
  end loop;
  foreach t in array guarded loop
    execute format('alter table %I force row level security', t);
  end loop;
end $do$;
