-- The life of a request over the years: stays in steps, rounds sent back, comments, outputs, copies of
-- data and their destruction, close-out, incidents, amendments, new versions, shared answers, imports,
-- lists of members. A team may enter data sets and units of its own.

-- DropIndex
DROP INDEX "AccessUnit_archive_code_key";

-- AlterTable
ALTER TABLE "AccessUnit" ADD COLUMN     "teamId" UUID;

-- AlterTable
ALTER TABLE "Cycle" ADD COLUMN     "decidedOn" DATE,
ADD COLUMN     "keeps" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'first',
ADD COLUMN     "progress" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "renewsId" UUID,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "Dataset" ADD COLUMN     "teamId" UUID;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "dueAt" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "lastImportNumber" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lastIncidentNumber" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sourceSha256" TEXT NOT NULL,
    "seenOn" DATE NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "appliedAt" TIMESTAMPTZ(6),
    "undoneAt" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "change" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "undo" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "takenOn" DATE NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterUnit" (
    "teamId" UUID NOT NULL,
    "rosterId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "RosterUnit_pkey" PRIMARY KEY ("rosterId","unitId")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "rosterId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "verdict" TEXT NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemStep" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "move" TEXT NOT NULL DEFAULT '',
    "enteredOn" DATE NOT NULL,
    "leftOn" DATE,

    CONSTRAINT "ItemStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedOn" DATE NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "sections" JSONB NOT NULL DEFAULT '[]',
    "itemIds" UUID[],
    "answeredOn" DATE,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "documentId" UUID,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "retractedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Output" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Output_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutputUse" (
    "teamId" UUID NOT NULL,
    "outputId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "cycleId" UUID,

    CONSTRAINT "OutputUse_pkey" PRIMARY KEY ("outputId","requestId")
);

-- CreateTable
CREATE TABLE "DataCopy" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "placeKind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "putById" UUID NOT NULL,
    "putOn" DATE NOT NULL,
    "madeOfId" UUID,
    "destroyedOn" DATE,
    "method" TEXT,
    "destroyedById" UUID,
    "witness" TEXT,
    "documentId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "DataCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataCopyUnit" (
    "teamId" UUID NOT NULL,
    "copyId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "DataCopyUnit_pkey" PRIMARY KEY ("copyId","unitId")
);

-- CreateTable
CREATE TABLE "CloseOut" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "startedOn" DATE NOT NULL,
    "completedOn" DATE,
    "cancelledOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CloseOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CloseOutStep" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "closeOutId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "doneOn" DATE NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "documentId" UUID,
    "recordedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CloseOutStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "closeOutId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "measures" TEXT NOT NULL DEFAULT '',
    "happenedOn" DATE,
    "knownAt" TIMESTAMPTZ(6) NOT NULL,
    "foundById" UUID NOT NULL,
    "closedOn" DATE,
    "closedWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentUnit" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "requestId" UUID,

    CONSTRAINT "IncidentUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "change" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "askedOn" DATE,
    "decidedOn" DATE,
    "documentId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NewVersion" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "oldUnitId" UUID NOT NULL,
    "newUnitId" UUID NOT NULL,
    "seenOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "settledOn" DATE,
    "settledWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "NewVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryAnswer" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retiredOn" DATE,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LibraryAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerUse" (
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "entry" TEXT NOT NULL,
    "answerId" UUID NOT NULL,
    "answerVersion" INTEGER NOT NULL,

    CONSTRAINT "AnswerUse_pkey" PRIMARY KEY ("requestId","entry")
);

-- CreateIndex
CREATE UNIQUE INDEX "Import_teamId_id_key" ON "Import"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Import_teamId_number_key" ON "Import"("teamId", "number");

-- CreateIndex
CREATE INDEX "ImportRow_by_state" ON "ImportRow"("teamId", "importId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRow_importId_position_key" ON "ImportRow"("importId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Roster_teamId_id_key" ON "Roster"("teamId", "id");

-- CreateIndex
CREATE INDEX "RosterUnit_teamId_rosterId_idx" ON "RosterUnit"("teamId", "rosterId");

-- CreateIndex
CREATE INDEX "RosterUnit_unitId_idx" ON "RosterUnit"("unitId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_rosterId_idx" ON "RosterEntry"("teamId", "rosterId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_personId_idx" ON "RosterEntry"("teamId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_rosterId_position_key" ON "RosterEntry"("rosterId", "position");

-- CreateIndex
CREATE INDEX "ItemStep_teamId_itemId_idx" ON "ItemStep"("teamId", "itemId");

-- CreateIndex
CREATE INDEX "ItemStep_teamId_requestId_idx" ON "ItemStep"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "ItemStep_durations" ON "ItemStep"("teamId", "step", "leftOn");

-- CreateIndex
CREATE INDEX "Revision_teamId_requestId_idx" ON "Revision"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Revision_teamId_cycleId_idx" ON "Revision"("teamId", "cycleId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_teamId_id_key" ON "Revision"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_requestId_number_key" ON "Revision"("requestId", "number");

-- CreateIndex
CREATE INDEX "Comment_teamId_requestId_idx" ON "Comment"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Comment_teamId_authorId_idx" ON "Comment"("teamId", "authorId");

-- CreateIndex
CREATE INDEX "Comment_teamId_documentId_idx" ON "Comment"("teamId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_teamId_id_key" ON "Comment"("teamId", "id");

-- CreateIndex
CREATE INDEX "Output_newest_first" ON "Output"("teamId", "on" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Output_teamId_id_key" ON "Output"("teamId", "id");

-- CreateIndex
CREATE INDEX "OutputUse_teamId_outputId_idx" ON "OutputUse"("teamId", "outputId");

-- CreateIndex
CREATE INDEX "OutputUse_teamId_requestId_idx" ON "OutputUse"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "OutputUse_teamId_cycleId_idx" ON "OutputUse"("teamId", "cycleId");

-- CreateIndex
CREATE INDEX "DataCopy_teamId_requestId_idx" ON "DataCopy"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "DataCopy_teamId_putById_idx" ON "DataCopy"("teamId", "putById");

-- CreateIndex
CREATE INDEX "DataCopy_teamId_destroyedById_idx" ON "DataCopy"("teamId", "destroyedById");

-- CreateIndex
CREATE INDEX "DataCopy_teamId_madeOfId_idx" ON "DataCopy"("teamId", "madeOfId");

-- CreateIndex
CREATE INDEX "DataCopy_teamId_documentId_idx" ON "DataCopy"("teamId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "DataCopy_teamId_id_key" ON "DataCopy"("teamId", "id");

-- CreateIndex
CREATE INDEX "DataCopyUnit_teamId_copyId_idx" ON "DataCopyUnit"("teamId", "copyId");

-- CreateIndex
CREATE INDEX "DataCopyUnit_unitId_idx" ON "DataCopyUnit"("unitId");

-- CreateIndex
CREATE INDEX "CloseOut_teamId_requestId_idx" ON "CloseOut"("teamId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "CloseOut_teamId_id_key" ON "CloseOut"("teamId", "id");

-- CreateIndex
CREATE INDEX "CloseOutStep_teamId_closeOutId_idx" ON "CloseOutStep"("teamId", "closeOutId");

-- CreateIndex
CREATE INDEX "CloseOutStep_teamId_documentId_idx" ON "CloseOutStep"("teamId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "CloseOutStep_closeOutId_step_key" ON "CloseOutStep"("closeOutId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_teamId_closeOutId_key" ON "Certificate"("teamId", "closeOutId");

-- CreateIndex
CREATE INDEX "Incident_teamId_foundById_idx" ON "Incident"("teamId", "foundById");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_teamId_id_key" ON "Incident"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_teamId_number_key" ON "Incident"("teamId", "number");

-- CreateIndex
CREATE INDEX "IncidentUnit_teamId_incidentId_idx" ON "IncidentUnit"("teamId", "incidentId");

-- CreateIndex
CREATE INDEX "IncidentUnit_unitId_idx" ON "IncidentUnit"("unitId");

-- CreateIndex
CREATE INDEX "IncidentUnit_teamId_requestId_idx" ON "IncidentUnit"("teamId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "IncidentUnit_incidentId_unitId_requestId_key" ON "IncidentUnit"("incidentId", "unitId", "requestId");

-- CreateIndex
CREATE INDEX "Amendment_teamId_requestId_idx" ON "Amendment"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Amendment_teamId_documentId_idx" ON "Amendment"("teamId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_teamId_id_key" ON "Amendment"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_requestId_number_key" ON "Amendment"("requestId", "number");

-- CreateIndex
CREATE INDEX "NewVersion_oldUnitId_idx" ON "NewVersion"("oldUnitId");

-- CreateIndex
CREATE INDEX "NewVersion_newUnitId_idx" ON "NewVersion"("newUnitId");

-- CreateIndex
CREATE UNIQUE INDEX "NewVersion_teamId_id_key" ON "NewVersion"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "NewVersion_teamId_oldUnitId_newUnitId_key" ON "NewVersion"("teamId", "oldUnitId", "newUnitId");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryAnswer_teamId_id_key" ON "LibraryAnswer"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryAnswer_teamId_topic_title_key" ON "LibraryAnswer"("teamId", "topic", "title");

-- CreateIndex
CREATE INDEX "AnswerUse_teamId_requestId_idx" ON "AnswerUse"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "AnswerUse_teamId_answerId_idx" ON "AnswerUse"("teamId", "answerId");

-- CreateIndex
CREATE INDEX "AccessUnit_teamId_idx" ON "AccessUnit"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessUnit_archive_code_teamId_key" ON "AccessUnit"("archive", "code", "teamId") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "Cycle_teamId_renewsId_idx" ON "Cycle"("teamId", "renewsId");

-- CreateIndex
CREATE INDEX "Dataset_teamId_idx" ON "Dataset"("teamId");

-- AddForeignKey
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessUnit" ADD CONSTRAINT "AccessUnit_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_teamId_importId_fkey" FOREIGN KEY ("teamId", "importId") REFERENCES "Import"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roster" ADD CONSTRAINT "Roster_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterUnit" ADD CONSTRAINT "RosterUnit_teamId_rosterId_fkey" FOREIGN KEY ("teamId", "rosterId") REFERENCES "Roster"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterUnit" ADD CONSTRAINT "RosterUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_teamId_rosterId_fkey" FOREIGN KEY ("teamId", "rosterId") REFERENCES "Roster"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemStep" ADD CONSTRAINT "ItemStep_teamId_itemId_fkey" FOREIGN KEY ("teamId", "itemId") REFERENCES "RequestItem"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_teamId_cycleId_fkey" FOREIGN KEY ("teamId", "cycleId") REFERENCES "Cycle"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_teamId_authorId_fkey" FOREIGN KEY ("teamId", "authorId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Output" ADD CONSTRAINT "Output_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutputUse" ADD CONSTRAINT "OutputUse_teamId_outputId_fkey" FOREIGN KEY ("teamId", "outputId") REFERENCES "Output"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutputUse" ADD CONSTRAINT "OutputUse_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutputUse" ADD CONSTRAINT "OutputUse_teamId_cycleId_fkey" FOREIGN KEY ("teamId", "cycleId") REFERENCES "Cycle"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_putById_fkey" FOREIGN KEY ("teamId", "putById") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_destroyedById_fkey" FOREIGN KEY ("teamId", "destroyedById") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_madeOfId_fkey" FOREIGN KEY ("teamId", "madeOfId") REFERENCES "DataCopy"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopy" ADD CONSTRAINT "DataCopy_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopyUnit" ADD CONSTRAINT "DataCopyUnit_teamId_copyId_fkey" FOREIGN KEY ("teamId", "copyId") REFERENCES "DataCopy"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCopyUnit" ADD CONSTRAINT "DataCopyUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CloseOut" ADD CONSTRAINT "CloseOut_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CloseOutStep" ADD CONSTRAINT "CloseOutStep_teamId_closeOutId_fkey" FOREIGN KEY ("teamId", "closeOutId") REFERENCES "CloseOut"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CloseOutStep" ADD CONSTRAINT "CloseOutStep_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_teamId_closeOutId_fkey" FOREIGN KEY ("teamId", "closeOutId") REFERENCES "CloseOut"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_teamId_foundById_fkey" FOREIGN KEY ("teamId", "foundById") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentUnit" ADD CONSTRAINT "IncidentUnit_teamId_incidentId_fkey" FOREIGN KEY ("teamId", "incidentId") REFERENCES "Incident"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentUnit" ADD CONSTRAINT "IncidentUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentUnit" ADD CONSTRAINT "IncidentUnit_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewVersion" ADD CONSTRAINT "NewVersion_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewVersion" ADD CONSTRAINT "NewVersion_oldUnitId_fkey" FOREIGN KEY ("oldUnitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewVersion" ADD CONSTRAINT "NewVersion_newUnitId_fkey" FOREIGN KEY ("newUnitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryAnswer" ADD CONSTRAINT "LibraryAnswer_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerUse" ADD CONSTRAINT "AnswerUse_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerUse" ADD CONSTRAINT "AnswerUse_teamId_answerId_fkey" FOREIGN KEY ("teamId", "answerId") REFERENCES "LibraryAnswer"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_teamId_renewsId_fkey" FOREIGN KEY ("teamId", "renewsId") REFERENCES "Cycle"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── What is known of the years before ───────────────────────────────────────

-- Whoever migrates reads and writes the rows of all teams here, which forced row-level security hides.
do $$
declare t text;
begin
  foreach t in array array['RequestItem', 'Cycle', 'Grant', 'Obligation'] loop
    execute format('alter table %I no force row level security', t);
  end loop;
end $$;

insert into "ItemStep" (id, "teamId", "requestId", "itemId", cycle, step, "enteredOn")
select gen_random_uuid(), i."teamId", i."requestId", i.id,
  coalesce((select max(c.number) from "Cycle" c where c."requestId" = i."requestId"), 1), i.step, i."stepSince"
from "RequestItem" i;

update "Cycle" c set kind = case when number = 1 then 'first' else 'renewal' end,
  state = case when g.decided is null then 'open' else 'approved' end, "decidedOn" = g.decided
from (select c2.id, min(g2."decidedOn") as decided from "Cycle" c2 left join "Grant" g2 on g2."cycleId" = c2.id
  group by c2.id) g
where g.id = c.id;

-- Each round after an approved one was its renewal.
update "Cycle" c set "renewsId" = p.id from "Cycle" p
where p."requestId" = c."requestId" and p.number = c.number - 1 and p.state = 'approved';

update "Obligation" set subject = "grantId"::text where subject = '' and "grantId" is not null;

do $$
declare t text;
begin
  foreach t in array array['RequestItem', 'Cycle', 'Grant', 'Obligation'] loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- ─── The second lock ─────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array[
    'ItemStep', 'Revision', 'Comment', 'Output', 'OutputUse', 'DataCopy',
    'DataCopyUnit', 'CloseOut', 'CloseOutStep', 'Certificate', 'Incident', 'IncidentUnit',
    'Amendment', 'NewVersion', 'LibraryAnswer', 'AnswerUse', 'Import', 'ImportRow',
    'Roster', 'RosterUnit', 'RosterEntry'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy of_the_team on %I using ("teamId" = app_team()) with check ("teamId" = app_team())', t);
  end loop;
  -- The catalogue is for everybody; beside it, each team sees and writes its own entries.
  foreach t in array array['Dataset', 'AccessUnit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy read_by_everybody on %I for select using ("teamId" is null)', t);
    execute format(
      'create policy of_the_team on %I using ("teamId" = app_team()) with check ("teamId" = app_team())', t);
    execute format(
      'create policy kept_by_the_owner on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;

-- ─── Promises that a forgotten line of code cannot break ─────────────────────

create unique index "ItemStep_one_at_a_time" on "ItemStep" ("itemId") where "leftOn" is null;
alter table "ItemStep" add constraint "ItemStep_leaves_after_it_entered"
  check ("leftOn" is null or "leftOn" >= "enteredOn");
alter table "Cycle" add constraint "Cycle_is_known"
  check (kind in ('first', 'renewal') and state in ('open', 'approved', 'rejected', 'withdrawn'));
-- A round that was withdrawn or rejected leaves the one it renewed to be renewed again.
create unique index "Cycle_renewed_once" on "Cycle" ("renewsId") where state in ('open', 'approved');
create unique index "CloseOut_one_at_a_time" on "CloseOut" ("requestId")
  where "cancelledOn" is null and "completedOn" is null;
alter table "CloseOut" add constraint "CloseOut_ends_once"
  check ("completedOn" is null or "cancelledOn" is null);
alter table "DataCopy" add constraint "DataCopy_destroyed_by_a_method"
  check (("destroyedOn" is null) = (method is null));
alter table "Comment" add constraint "Comment_kind_is_known"
  check (kind in ('internal', 'to_archive', 'from_archive'));
alter table "Incident" add constraint "Incident_is_closed_with_a_reason"
  check (("closedOn" is null) = ("closedWhy" is null));
alter table "NewVersion" add constraint "NewVersion_is_another_unit" check ("oldUnitId" <> "newUnitId");
alter table "RosterEntry" add constraint "RosterEntry_verdict_is_known"
  check (verdict in ('expected', 'missing', 'extra', 'unknown'));

-- What was certified stays as it was issued.
create function keep_certificate() returns trigger language plpgsql as $$
begin
  raise exception 'A certificate cannot be changed' using errcode = 'integrity_constraint_violation';
end $$;

create trigger certificate_stands before update or delete on "Certificate"
  for each row execute function keep_certificate();

-- An import that is taken back takes back the signatures that it wrote down, as long as no text or
-- paper was stored with them: nobody signed what a wrong line of a list said. Nothing else may.
create or replace function keep_signature() returns trigger language plpgsql as $$
declare is_taken_back boolean := coalesce(current_setting('app.taking_back', true), '') = 'on'
  and old."textSha256" is null and old."documentId" is null;
begin
  if tg_op = 'DELETE' then
    if is_taken_back then
      return old;
    end if;
    raise exception 'A signature cannot be deleted' using errcode = 'integrity_constraint_violation';
  end if;
  if old."documentId" is not null and new."documentId" is distinct from old."documentId"
    or old."grantId" is not null and new."grantId" is distinct from old."grantId" and not is_taken_back
    or to_jsonb(new) - array['documentId', 'grantId']
      is distinct from to_jsonb(old) - array['documentId', 'grantId'] then
    raise exception 'A signature cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
