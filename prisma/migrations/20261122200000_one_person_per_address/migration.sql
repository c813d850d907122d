-- ─── A team knows one person per address, also when two are added at the same moment ─────────

create unique index "Person_one_per_address" on "Person" ("teamId", lower(email))
  where email is not null and email <> '';
