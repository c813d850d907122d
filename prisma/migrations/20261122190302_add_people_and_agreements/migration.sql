-- What persons and the institution hold (identities, qualifications), agreements with their
-- signatures, what a team decided about unconfirmed rules, and its purposes.

-- DropIndex
DROP INDEX "Obligation_grantId_kind_dueOn_key";

-- AlterTable
ALTER TABLE "AccessUnit" ADD COLUMN     "deprecatedOn" DATE,
ADD COLUMN     "duo" TEXT[],
ADD COLUMN     "embargoUntil" DATE,
ADD COLUMN     "trainings" TEXT[];

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "deletedAt" TIMESTAMPTZ(6),
ADD COLUMN     "deletedBy" TEXT,
ADD COLUMN     "deletedWhy" TEXT;

-- AlterTable
ALTER TABLE "Grant" ADD COLUMN     "confirmedOn" DATE;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "personId" UUID,
ADD COLUMN     "subject" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "what" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "requestId" DROP NOT NULL,
ALTER COLUMN "grantId" DROP NOT NULL;

-- A duty that follows from a grant is about that grant.
UPDATE "Obligation" SET "subject" = "grantId"::text;
ALTER TABLE "Obligation" ALTER COLUMN "subject" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "country" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rank" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "archive" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL DEFAULT '',
    "textDate" DATE,
    "textSha256" TEXT,
    "documentId" UUID,
    "dac" TEXT,
    "parties" TEXT[],
    "governingLaw" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "endedOn" DATE,
    "endedBy" TEXT,
    "requestId" UUID,
    "replacesId" UUID,
    "change" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementUnit" (
    "teamId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "AgreementUnit_pkey" PRIMARY KEY ("agreementId","unitId")
);

-- CreateTable
CREATE TABLE "AgreementPerson" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "function" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "AgreementPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "personId" UUID,
    "signatory" TEXT NOT NULL DEFAULT '',
    "function" TEXT NOT NULL,
    "signedOn" DATE NOT NULL,
    "textSha256" TEXT,
    "documentId" UUID,
    "grantId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "verifiedOn" DATE,
    "endsOn" DATE,
    "documentId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Qualification" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID,
    "type" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "stepSince" DATE NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "startsOn" DATE,
    "completedOn" DATE,
    "reportEndsOn" DATE,
    "endsOn" DATE,
    "endedOn" DATE,
    "endedBy" TEXT,
    "waivedOn" DATE,
    "waivedUntil" DATE,
    "waivedBy" TEXT,
    "waivedWhy" TEXT,
    "unitId" UUID,
    "requestId" UUID,
    "documentId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArchiveRules" (
    "teamId" UUID NOT NULL,
    "archive" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ArchiveRules_pkey" PRIMARY KEY ("teamId","archive")
);

-- CreateTable
CREATE TABLE "Purpose" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "statements" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Purpose_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Agreement_teamId_requestId_idx" ON "Agreement"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Agreement_teamId_documentId_idx" ON "Agreement"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Agreement_teamId_replacesId_idx" ON "Agreement"("teamId", "replacesId");

-- CreateIndex
CREATE INDEX "Agreement_ending_next" ON "Agreement"("teamId", "endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_teamId_id_key" ON "Agreement"("teamId", "id");

-- CreateIndex
CREATE INDEX "AgreementUnit_teamId_agreementId_idx" ON "AgreementUnit"("teamId", "agreementId");

-- CreateIndex
CREATE INDEX "AgreementUnit_unitId_idx" ON "AgreementUnit"("unitId");

-- CreateIndex
CREATE INDEX "AgreementPerson_teamId_agreementId_idx" ON "AgreementPerson"("teamId", "agreementId");

-- CreateIndex
CREATE INDEX "AgreementPerson_teamId_personId_idx" ON "AgreementPerson"("teamId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementPerson_agreementId_personId_function_startsOn_key" ON "AgreementPerson"("agreementId", "personId", "function", "startsOn");

-- CreateIndex
CREATE INDEX "Signature_teamId_agreementId_idx" ON "Signature"("teamId", "agreementId");

-- CreateIndex
CREATE INDEX "Signature_teamId_personId_idx" ON "Signature"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Signature_teamId_documentId_idx" ON "Signature"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Signature_teamId_grantId_idx" ON "Signature"("teamId", "grantId");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_teamId_id_key" ON "Signature"("teamId", "id");

-- CreateIndex
CREATE INDEX "Identity_teamId_personId_idx" ON "Identity"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Identity_teamId_documentId_idx" ON "Identity"("teamId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_teamId_scheme_key_key" ON "Identity"("teamId", "scheme", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_teamId_id_key" ON "Identity"("teamId", "id");

-- CreateIndex
CREATE INDEX "Qualification_teamId_personId_idx" ON "Qualification"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Qualification_unitId_idx" ON "Qualification"("unitId");

-- CreateIndex
CREATE INDEX "Qualification_teamId_requestId_idx" ON "Qualification"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Qualification_teamId_documentId_idx" ON "Qualification"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Qualification_of_type" ON "Qualification"("teamId", "type");

-- CreateIndex
CREATE UNIQUE INDEX "Qualification_teamId_id_key" ON "Qualification"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Purpose_teamId_id_key" ON "Purpose"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Purpose_teamId_name_key" ON "Purpose"("teamId", "name");

-- CreateIndex
CREATE INDEX "Obligation_teamId_personId_idx" ON "Obligation"("teamId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_teamId_subject_kind_dueOn_key" ON "Obligation"("teamId", "subject", "kind", "dueOn");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_teamId_replacesId_fkey" FOREIGN KEY ("teamId", "replacesId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementUnit" ADD CONSTRAINT "AgreementUnit_teamId_agreementId_fkey" FOREIGN KEY ("teamId", "agreementId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementUnit" ADD CONSTRAINT "AgreementUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementPerson" ADD CONSTRAINT "AgreementPerson_teamId_agreementId_fkey" FOREIGN KEY ("teamId", "agreementId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementPerson" ADD CONSTRAINT "AgreementPerson_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_teamId_agreementId_fkey" FOREIGN KEY ("teamId", "agreementId") REFERENCES "Agreement"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_teamId_grantId_fkey" FOREIGN KEY ("teamId", "grantId") REFERENCES "Grant"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchiveRules" ADD CONSTRAINT "ArchiveRules_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purpose" ADD CONSTRAINT "Purpose_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── The second lock: rows are shown only to a transaction that has named the team ───────────

do $$
declare t text;
begin
  foreach t in array array[
    'Identity', 'Qualification', 'Agreement', 'AgreementUnit', 'AgreementPerson', 'Signature',
    'ArchiveRules', 'Purpose'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_the_team on %I using ("teamId" = app_team()) with check ("teamId" = app_team())', t);
  end loop;
end $$;

-- ─── Promises that a forgotten line of code cannot break ─────────────────────

alter table "Agreement" add constraint "Agreement_ends_after_it_starts"
  check ("endsOn" is null or "endsOn" >= "startsOn");
alter table "Agreement" add constraint "Agreement_change_is_known"
  check (change is null or change in ('major', 'minor'));
alter table "Agreement" add constraint "Agreement_has_the_hash_of_its_copy"
  check (("textSha256" is null) = ("documentId" is null));
alter table "AgreementPerson" add constraint "AgreementPerson_ends_after_it_starts"
  check ("endsOn" is null or "endsOn" >= "startsOn");
alter table "Identity" add constraint "Identity_ends_after_it_was_verified"
  check ("endsOn" is null or "verifiedOn" is null or "endsOn" >= "verifiedOn");
alter table "Qualification" add constraint "Qualification_ends_after_it_starts"
  check ("endsOn" is null or "startsOn" is null or "endsOn" >= "startsOn");
alter table "Qualification" add constraint "Qualification_waived_by_somebody_for_a_reason"
  check ("waivedOn" is null or ("waivedBy" is not null and "waivedWhy" is not null));
alter table "Person" add constraint "Person_country_has_two_letters"
  check (country ~ '^([A-Z]{2})?$');

-- A signature stands as it was given; its proof, and the approval that it is, may be added once.
create function keep_signature() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A signature cannot be deleted' using errcode = 'integrity_constraint_violation';
  end if;
  if old."documentId" is not null and new."documentId" is distinct from old."documentId"
    or old."grantId" is not null and new."grantId" is distinct from old."grantId"
    or to_jsonb(new) - array['documentId', 'grantId']
      is distinct from to_jsonb(old) - array['documentId', 'grantId'] then
    raise exception 'A signature cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger signature_stands before update or delete on "Signature"
  for each row execute function keep_signature();

-- The text of an agreement that somebody signed stays what they signed.
create function keep_signed_text() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['endsOn', 'endedOn', 'endedBy', 'parties', 'governingLaw', 'version'])
    is distinct from
    (to_jsonb(old) - array['endsOn', 'endedOn', 'endedBy', 'parties', 'governingLaw', 'version'])
    and exists (select from "Signature" where "teamId" = old."teamId" and "agreementId" = old.id)
    and not (old."documentId" is null and new."documentId" is not null
      and to_jsonb(new) - array['documentId', 'textSha256', 'version']
        = to_jsonb(old) - array['documentId', 'textSha256', 'version']) then
    raise exception 'The text of a signed agreement cannot be changed'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger signed_text_stands before update on "Agreement"
  for each row execute function keep_signed_text();
