-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AccessClass" AS ENUM ('open', 'registration', 'click_through_dua', 'credentialed', 'controlled');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "ObligationState" AS ENUM ('open', 'done', 'not_applicable', 'missed');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('pending', 'sent', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('draft', 'internal_signoff', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected', 'withdrawn', 'closing', 'closed', 'terminated');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('lead', 'coordinator', 'member', 'viewer');

-- CreateTable
CREATE TABLE "Archive" (
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "Archive_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Dataset" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "archive" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "accessClass" "AccessClass" NOT NULL,
    "gate" TEXT NOT NULL,
    "licence" TEXT,
    "licenceUrl" TEXT,
    "modalities" TEXT[],
    "size" TEXT,
    "year" TEXT,
    "landingUrl" TEXT NOT NULL,
    "gotchas" TEXT[],
    "notes" TEXT[],
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "unverified" TEXT[],
    "searchText" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(6),

    CONSTRAINT "Dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DatasetIdentifier" (
    "datasetId" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "DatasetIdentifier_pkey" PRIMARY KEY ("datasetId","scheme","value")
);

-- CreateTable
CREATE TABLE "AccessUnit" (
    "id" UUID NOT NULL,
    "datasetId" UUID NOT NULL,
    "archive" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "version" TEXT,
    "consentCode" TEXT,
    "dac" TEXT,
    "accessClass" "AccessClass" NOT NULL,
    "policy" TEXT,
    "isLatest" BOOLEAN NOT NULL DEFAULT true,
    "landingUrl" TEXT NOT NULL,
    "unverified" TEXT[],
    "retiredAt" TIMESTAMPTZ(6),

    CONSTRAINT "AccessUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "fromSlug" TEXT NOT NULL,
    "toSlug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("fromSlug","kind","toSlug")
);

-- CreateTable
CREATE TABLE "Publication" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "year" INTEGER,
    "doi" TEXT,
    "pmid" TEXT,
    "pmcid" TEXT,
    "url" TEXT NOT NULL,
    "statement" TEXT,
    "notes" TEXT[],
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "unverified" TEXT[],

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "PublicationUse" (
    "publicationSlug" TEXT NOT NULL,
    "datasetSlug" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "PublicationUse_pkey" PRIMARY KEY ("publicationSlug","datasetSlug")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" "ObligationState" NOT NULL DEFAULT 'open',
    "closedOn" DATE,
    "closedWhy" TEXT,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "teamId" UUID,
    "obligationId" UUID,
    "personId" UUID,
    "subjectId" UUID,
    "dueOn" DATE,
    "milestone" INTEGER,
    "plannedOn" DATE,
    "toAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL DEFAULT '',
    "state" "NoticeState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(6) NOT NULL,
    "lockedUntil" TIMESTAMPTZ(6),
    "messageId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "sentAt" TIMESTAMPTZ(6),
    "error" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRun" (
    "id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "startedAt" TIMESTAMPTZ(6) NOT NULL,
    "endedAt" TIMESTAMPTZ(6) NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "ReminderRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentContent" (
    "documentId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "DocumentContent_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "requestId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "prevHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventChain" (
    "teamId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventChain_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "Command" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Command_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "archive" TEXT NOT NULL,
    "lifecycle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "ReviewStatus" NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "ownerId" UUID NOT NULL,
    "archiveNumber" TEXT,
    "submittedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestItem" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID,
    "step" TEXT NOT NULL,
    "status" "ReviewStatus" NOT NULL,
    "stepSince" DATE NOT NULL,
    "waitingOn" TEXT NOT NULL,
    "archiveNumber" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RequestItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestPerson" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "function" TEXT NOT NULL,

    CONSTRAINT "RequestPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cycle" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedOn" DATE NOT NULL,
    "submittedOn" DATE,
    "filed" JSONB,

    CONSTRAINT "Cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID,
    "decidedOn" DATE NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "documentId" UUID,
    "endedOn" DATE,
    "endedBy" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "emailVerified" TIMESTAMPTZ(6),
    "image" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT,
    "callbackPath" TEXT NOT NULL DEFAULT '/',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "usedAt" TIMESTAMPTZ(6),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStartAt" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key","windowStartAt")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "institution" TEXT NOT NULL DEFAULT '',
    "lastRequestNumber" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "position" TEXT NOT NULL DEFAULT '',
    "institution" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Archive_code_key" ON "Archive"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Dataset_slug_key" ON "Dataset"("slug");

-- CreateIndex
CREATE INDEX "Dataset_list_by_archive_and_class" ON "Dataset"("archive", "accessClass", "title");

-- CreateIndex
CREATE INDEX "DatasetIdentifier_find_by_accession" ON "DatasetIdentifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "AccessUnit_datasetId_idx" ON "AccessUnit"("datasetId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessUnit_archive_code_key" ON "AccessUnit"("archive", "code");

-- CreateIndex
CREATE INDEX "Relation_toSlug_idx" ON "Relation"("toSlug");

-- CreateIndex
CREATE INDEX "PublicationUse_datasetSlug_idx" ON "PublicationUse"("datasetSlug");

-- CreateIndex
CREATE INDEX "Obligation_teamId_requestId_idx" ON "Obligation"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Obligation_teamId_grantId_idx" ON "Obligation"("teamId", "grantId");

-- CreateIndex
CREATE INDEX "Obligation_teamId_ownerId_idx" ON "Obligation"("teamId", "ownerId");

-- CreateIndex
CREATE INDEX "Obligation_due_next" ON "Obligation"("teamId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_grantId_kind_dueOn_key" ON "Obligation"("grantId", "kind", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_teamId_id_key" ON "Obligation"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_messageId_key" ON "Notice"("messageId");

-- CreateIndex
CREATE INDEX "Notice_teamId_obligationId_idx" ON "Notice"("teamId", "obligationId");

-- CreateIndex
CREATE INDEX "Notice_teamId_personId_idx" ON "Notice"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Notice_next_to_send" ON "Notice"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Notice_mail_page" ON "Notice"("teamId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ReminderRun_latest" ON "ReminderRun"("startedAt" DESC);

-- CreateIndex
CREATE INDEX "Document_teamId_requestId_idx" ON "Document"("teamId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_teamId_id_key" ON "Document"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentContent_teamId_documentId_key" ON "DocumentContent"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Event_history_of_request" ON "Event"("teamId", "requestId", "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Event_teamId_seq_key" ON "Event"("teamId", "seq");

-- CreateIndex
CREATE INDEX "Request_teamId_ownerId_idx" ON "Request"("teamId", "ownerId");

-- CreateIndex
CREATE INDEX "Request_list_by_status" ON "Request"("teamId", "status", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Request_list_by_archive" ON "Request"("teamId", "archive", "updatedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Request_teamId_number_key" ON "Request"("teamId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Request_teamId_id_key" ON "Request"("teamId", "id");

-- CreateIndex
CREATE INDEX "RequestItem_teamId_requestId_idx" ON "RequestItem"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "RequestItem_unitId_idx" ON "RequestItem"("unitId");

-- CreateIndex
CREATE INDEX "RequestItem_teamId_personId_idx" ON "RequestItem"("teamId", "personId");

-- CreateIndex
CREATE INDEX "RequestItem_waiting_longest" ON "RequestItem"("teamId", "status", "stepSince");

-- CreateIndex
CREATE UNIQUE INDEX "RequestItem_teamId_id_key" ON "RequestItem"("teamId", "id");

-- CreateIndex
CREATE INDEX "RequestPerson_teamId_requestId_idx" ON "RequestPerson"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "RequestPerson_teamId_personId_idx" ON "RequestPerson"("teamId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestPerson_requestId_personId_function_key" ON "RequestPerson"("requestId", "personId", "function");

-- CreateIndex
CREATE INDEX "Cycle_teamId_requestId_idx" ON "Cycle"("teamId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_requestId_number_key" ON "Cycle"("requestId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_teamId_id_key" ON "Cycle"("teamId", "id");

-- CreateIndex
CREATE INDEX "Grant_teamId_requestId_idx" ON "Grant"("teamId", "requestId");

-- CreateIndex
CREATE INDEX "Grant_teamId_itemId_idx" ON "Grant"("teamId", "itemId");

-- CreateIndex
CREATE INDEX "Grant_teamId_cycleId_idx" ON "Grant"("teamId", "cycleId");

-- CreateIndex
CREATE INDEX "Grant_unitId_idx" ON "Grant"("unitId");

-- CreateIndex
CREATE INDEX "Grant_teamId_personId_idx" ON "Grant"("teamId", "personId");

-- CreateIndex
CREATE INDEX "Grant_teamId_documentId_idx" ON "Grant"("teamId", "documentId");

-- CreateIndex
CREATE INDEX "Grant_ending_next" ON "Grant"("teamId", "endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_teamId_id_key" ON "Grant"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_newest_of_address" ON "SignInLink"("email", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RateLimit_sweep_of_old_windows" ON "RateLimit"("windowStartAt");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_my_teams" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_teamId_userId_key" ON "Membership"("teamId", "userId");

-- CreateIndex
CREATE INDEX "Invitation_addressed_to_me" ON "Invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_teamId_email_createdAt_key" ON "Invitation"("teamId", "email", "createdAt");

-- CreateIndex
CREATE INDEX "Person_userId_idx" ON "Person"("userId");

-- CreateIndex
CREATE INDEX "Person_list_of_team" ON "Person"("teamId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_teamId_id_key" ON "Person"("teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_teamId_userId_key" ON "Person"("teamId", "userId");

-- AddForeignKey
ALTER TABLE "DatasetIdentifier" ADD CONSTRAINT "DatasetIdentifier_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessUnit" ADD CONSTRAINT "AccessUnit_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_fromSlug_fkey" FOREIGN KEY ("fromSlug") REFERENCES "Dataset"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_toSlug_fkey" FOREIGN KEY ("toSlug") REFERENCES "Dataset"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationUse" ADD CONSTRAINT "PublicationUse_publicationSlug_fkey" FOREIGN KEY ("publicationSlug") REFERENCES "Publication"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationUse" ADD CONSTRAINT "PublicationUse_datasetSlug_fkey" FOREIGN KEY ("datasetSlug") REFERENCES "Dataset"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_grantId_fkey" FOREIGN KEY ("teamId", "grantId") REFERENCES "Grant"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_teamId_ownerId_fkey" FOREIGN KEY ("teamId", "ownerId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_teamId_obligationId_fkey" FOREIGN KEY ("teamId", "obligationId") REFERENCES "Obligation"("teamId", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentContent" ADD CONSTRAINT "DocumentContent_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_teamId_ownerId_fkey" FOREIGN KEY ("teamId", "ownerId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestItem" ADD CONSTRAINT "RequestItem_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestItem" ADD CONSTRAINT "RequestItem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestItem" ADD CONSTRAINT "RequestItem_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestPerson" ADD CONSTRAINT "RequestPerson_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestPerson" ADD CONSTRAINT "RequestPerson_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_requestId_fkey" FOREIGN KEY ("teamId", "requestId") REFERENCES "Request"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_itemId_fkey" FOREIGN KEY ("teamId", "itemId") REFERENCES "RequestItem"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_cycleId_fkey" FOREIGN KEY ("teamId", "cycleId") REFERENCES "Cycle"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_documentId_fkey" FOREIGN KEY ("teamId", "documentId") REFERENCES "Document"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
