-- Whether a team has to do with a unit is asked of each unit; each of these answers from an index alone,
-- however many other teams have asked for the unit. They begin as those that they replace.

-- DropIndex
DROP INDEX "AgreementUnit_unitId_idx";

-- DropIndex
DROP INDEX "RequestItem_unitId_idx";

-- CreateIndex
CREATE INDEX "AgreementUnit_unitId_teamId_idx" ON "AgreementUnit"("unitId", "teamId");

-- CreateIndex
CREATE INDEX "RequestItem_unitId_teamId_idx" ON "RequestItem"("unitId", "teamId");
