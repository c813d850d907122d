-- AlterTable
ALTER TABLE "Incident" ADD COLUMN     "knownZone" TEXT NOT NULL DEFAULT 'UTC';
