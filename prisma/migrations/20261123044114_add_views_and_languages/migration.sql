-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "tourEndedAt" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedView_teamId_list_idx" ON "SavedView"("teamId", "list");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_teamId_personId_list_name_key" ON "SavedView"("teamId", "personId", "list", "name");

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_personId_fkey" FOREIGN KEY ("teamId", "personId") REFERENCES "Person"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── The second lock ─────────────────────────────────────────────────────────

alter table "SavedView" enable row level security;
alter table "SavedView" force row level security;
create policy of_the_team on "SavedView" using ("teamId" = app_team()) with check ("teamId" = app_team());

-- ─── Promises that a forgotten line of code cannot break ─────────────────────

alter table "SavedView" add constraint "SavedView_is_of_a_list"
  check (list in ('requests', 'people', 'units', 'agreements', 'duties'));
alter table "SavedView" add constraint "SavedView_has_a_name" check (length(name) between 1 and 80);
