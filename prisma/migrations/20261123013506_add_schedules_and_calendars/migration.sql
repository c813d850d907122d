-- AlterEnum
ALTER TYPE "NoticeState" ADD VALUE 'held';
ALTER TYPE "NoticeState" ADD VALUE 'in_app';

-- AlterTable
ALTER TABLE "AccessUnit" ADD COLUMN     "useMonths" INTEGER;

-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "renewsDaysAfter" INTEGER,
ADD COLUMN     "renewsDaysBefore" INTEGER,
ADD COLUMN     "reportMonths" INTEGER,
ADD COLUMN     "reportWhat" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "bounced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "digestId" UUID,
ADD COLUMN     "readAt" TIMESTAMPTZ(6),
ADD COLUMN     "reasons" TEXT[],
ADD COLUMN     "retriesFrom" TIMESTAMPTZ(6),
ADD COLUMN     "runId" UUID;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "acknowledgedAt" TIMESTAMPTZ(6),
ADD COLUMN     "acknowledgedBy" TEXT,
ADD COLUMN     "agreementId" UUID,
ADD COLUMN     "archive" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "changedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "closedBy" TEXT,
ADD COLUMN     "documentId" UUID,
ADD COLUMN     "nextPlanAt" TIMESTAMPTZ(6) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ReminderRun" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'plan';

-- AlterTable
ALTER TABLE "Request" ADD COLUMN     "projectEndsOn" DATE;

-- CreateTable
CREATE TABLE "Schedule" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "agreementId" UUID,
    "archive" TEXT NOT NULL DEFAULT '',
    "leads" INTEGER[],
    "after" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snooze" (
    "teamId" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "until" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("obligationId","personId")
);

-- CreateTable
CREATE TABLE "StandIn" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "standInId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StandIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailPreference" (
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "digest" BOOLEAN NOT NULL DEFAULT true,
    "muted" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "MailPreference_pkey" PRIMARY KEY ("teamId","personId")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "teamId" UUID NOT NULL,
    "secondContactId" UUID,
    "afterDays" INTEGER NOT NULL DEFAULT 7,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID,
    "madeById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "lastReadAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Schedule_teamId_personId_idx" ON "Schedule"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Schedule_teamId_agreementId_idx" ON "Schedule"("teamId", "agreementId");

-- CreateIndex
CREATE UNIQUE INDEX "Schedule_teamId_level_kind_personId_agreementId_archive_key" ON "Schedule"("teamId", "level", "kind", "personId", "agreementId", "archive") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "Snooze_teamId_obligationId_idx" ON "Snooze"("teamId", "obligationId");

-- CreateIndex
CREATE INDEX "Snooze_teamId_personId_idx" ON "Snooze"("teamId", "personId");

-- CreateIndex
CREATE INDEX "StandIn_teamId_personId_idx" ON "StandIn"("teamId", "personId");

-- CreateIndex
CREATE INDEX "StandIn_teamId_standInId_idx" ON "StandIn"("teamId", "standInId");

-- CreateIndex
CREATE UNIQUE INDEX "StandIn_teamId_id_key" ON "StandIn"("teamId", "id");

-- CreateIndex
CREATE INDEX "Escalation_teamId_secondContactId_idx" ON "Escalation"("teamId", "secondContactId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_secretHash_key" ON "CalendarFeed"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_teamId_personId_idx" ON "CalendarFeed"("teamId", "personId");

-- CreateIndex
CREATE INDEX "CalendarFeed_teamId_madeById_idx" ON "CalendarFeed"("teamId", "madeById");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_teamId_id_key" ON "CalendarFeed"("teamId", "id");

-- CreateIndex
CREATE INDEX "Notice_digestId_idx" ON "Notice"("digestId");

-- CreateIndex
CREATE INDEX "Notice_runId_idx" ON "Notice"("runId");

-- CreateIndex
CREATE INDEX "Notice_inbox" ON "Notice"("teamId", "personId", "readAt", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Obligation_teamId_documentId_idx" ON "Obligation"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Obligation_teamId_agreementId_idx" ON "Obligation"("teamId", "agreementId");

-- CreateIndex
CREATE INDEX "Event_history_of_subject" ON "Event"("teamId", "subjectId", "seq" DESC);

-- Planning writes when it looks next into the room that this leaves, without touching an index.
alter table "Obligation" set (fillfactor = 80);

-- DropIndex
DROP INDEX "Obligation_due_next";

-- CreateIndex
CREATE INDEX "Obligation_due_next" ON "Obligation"("teamId", "state", "dueOn", "id");

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_agreementId_fkey" FOREIGN KEY ("teamId", "agreementId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ReminderRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_teamId_agreementId_fkey" FOREIGN KEY ("teamId", "agreementId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_teamId_obligationId_fkey" FOREIGN KEY ("teamId", "obligationId") REFERENCES "Obligation"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_teamId_standInId_fkey" FOREIGN KEY ("teamId", "standInId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailPreference" ADD CONSTRAINT "MailPreference_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_teamId_secondContactId_fkey" FOREIGN KEY ("teamId", "secondContactId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_teamId_madeById_fkey" FOREIGN KEY ("teamId", "madeById") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── What is known of the duties before ──────────────────────────────────────

-- Whoever migrates reads and writes the rows of all teams here, which forced row-level security hides.
alter table "Obligation" no force row level security;
alter table "Request" no force row level security;
update "Obligation" o set archive = r.archive from "Request" r where r.id = o."requestId";
alter table "Obligation" force row level security;
alter table "Request" force row level security;

-- Nobody begins with a hundred unread notices of what their mail told them long ago.
alter table "Notice" no force row level security;
update "Notice" set "readAt" = "createdAt" where "personId" is not null;
alter table "Notice" force row level security;

-- ─── The second lock ─────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array[
    'Schedule', 'Snooze', 'StandIn', 'MailPreference', 'Escalation', 'CalendarFeed'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_the_team on %I using ("teamId" = app_team()) with check ("teamId" = app_team())', t);
  end loop;
end $$;

-- A calendar program has no session: a job finds the feed by its secret, then works within its team.
create policy found_by_jobs on "CalendarFeed" for select using (app_job());

-- ─── What is sent next ───────────────────────────────────────────────────────

-- Thousands of mails fall due at the same minute, and each digest carries further rows: workers find
-- the next ones, those of a team together, without passing over any of the others.
create index "Notice_next_to_claim" on "Notice" ("nextAttemptAt", "teamId", id)
  where state = 'pending' and "digestId" is null;
-- And before them the few that somebody waits for, such as links to sign in.
create index "Notice_next_asked_for" on "Notice" ("nextAttemptAt", id)
  where state = 'pending' and "digestId" is null and kind not in ('reminder', 'digest');

-- ─── Promises that a forgotten line of code cannot break ─────────────────────

alter table "Schedule" add constraint "Schedule_level_names_one_thing" check (
  level = 'person' and "personId" is not null and "agreementId" is null and archive = ''
  or level = 'team' and "personId" is null and "agreementId" is null and archive = ''
  or level = 'agreement' and "personId" is null and "agreementId" is not null and archive = ''
  or level = 'archive' and "personId" is null and "agreementId" is null and archive <> '');
alter table "Schedule" add constraint "Schedule_counts_days_back"
  check (0 <= all (leads) and 365 >= all (leads) and cardinality(leads) <= 12
    and after in ('daily', 'weekly', 'never'));
alter table "StandIn" add constraint "StandIn_ends_after_it_starts" check ("endsOn" >= "startsOn");
alter table "StandIn" add constraint "StandIn_is_another_person" check ("standInId" <> "personId");
alter table "Agreement" add constraint "Agreement_counts_ahead" check (
  ("reportMonths" is null or "reportMonths" between 1 and 120)
  and ("renewsDaysBefore" is null or "renewsDaysBefore" between 0 and 730)
  and ("renewsDaysAfter" is null or "renewsDaysAfter" between 0 and 730));
alter table "AccessUnit" add constraint "AccessUnit_is_used_for_months"
  check ("useMonths" is null or "useMonths" between 1 and 1200);
alter table "Escalation" add constraint "Escalation_waits_for_days"
  check ("afterDays" between 1 and 90);

-- A rest ends on the due day at the latest, also where that day moves.
create function end_snooze() returns trigger language plpgsql as $$
begin
  if new.until > (select o."dueOn" from "Obligation" o where o.id = new."obligationId") then
    raise exception 'A reminder cannot rest past its due day' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger snooze_ends_in_time before insert or update on "Snooze"
  for each row execute function end_snooze();

-- Calendar programs believe a change only when it says that it is newer, whichever line of code made it.
create function note_revision() returns trigger language plpgsql as $$
begin
  new."changedAt" := now();
  return new;
end $$;

create trigger obligation_is_revised before update on "Obligation"
  for each row when (old.revision is distinct from new.revision) execute function note_revision();
