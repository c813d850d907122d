-- Each word of an entry is looked up by the key of the words that are known. To ask first which of them
-- are missing was planned while there were hardly any, as a look at all of them, and a connection kept
-- that plan: each new row of a mass write cost more than the one before it.
create or replace function keep_entry(a_kind text, f findable) returns void language plpgsql as $$
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
  where t.word ~ '^[[:alpha:]]{3,40}$'
  order by word on conflict do nothing;
end $$;
