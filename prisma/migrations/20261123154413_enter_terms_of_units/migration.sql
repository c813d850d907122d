-- AlterTable
-- Nobody could enter it; the terms of a team say it now, as the ontology writes it.
ALTER TABLE "AccessUnit" DROP COLUMN "useMonths";

-- CreateTable
CREATE TABLE "UnitTerms" (
    "teamId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "duo" TEXT[],
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "UnitTerms_pkey" PRIMARY KEY ("teamId","unitId")
);

-- CreateIndex
CREATE INDEX "UnitTerms_unitId_idx" ON "UnitTerms"("unitId");

-- AddForeignKey
ALTER TABLE "UnitTerms" ADD CONSTRAINT "UnitTerms_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitTerms" ADD CONSTRAINT "UnitTerms_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AccessUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "UnitTerms" enable row level security;
alter table "UnitTerms" force row level security;
create policy of_the_team on "UnitTerms" using ("teamId" = app_team()) with check ("teamId" = app_team());
