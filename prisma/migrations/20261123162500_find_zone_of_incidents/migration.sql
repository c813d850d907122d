-- The rule of each duty says where its incident was noted: "Known on 22 Nov 2026, 08:30 (Europe/Lisbon)".
alter table "Incident" no force row level security;
alter table "Obligation" no force row level security;
update "Incident" i set "knownZone" = told.zone
from (
  select distinct on (o."teamId", split_part(o.subject, ':', 2))
    o."teamId", split_part(o.subject, ':', 2) as id,
    substring(o.rule from 'Known on [^(]*\(([A-Za-z0-9_+/-]+)\)') as zone
  from "Obligation" o
  where o.subject like 'incident:%' and o.rule ~ 'Known on [^(]*\([A-Za-z0-9_+/-]+\)'
  order by o."teamId", split_part(o.subject, ':', 2), o.id
) told
where told."teamId" = i."teamId" and told.id = i.id::text;
alter table "Incident" force row level security;
alter table "Obligation" force row level security;
