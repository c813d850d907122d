-- Where the requests of a team stand is read from this index alone, request by request, without a
-- look at the rows of all items and without sorting them. It begins as the one that it replaces.

-- DropIndex
DROP INDEX "RequestItem_teamId_requestId_idx";

-- CreateIndex
CREATE INDEX "RequestItem_standing" ON "RequestItem"("teamId", "requestId", "status", "waitingOn", "stepSince", "position", "step");
