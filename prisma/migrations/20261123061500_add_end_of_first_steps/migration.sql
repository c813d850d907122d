-- AlterTable
ALTER TABLE "User" ADD COLUMN     "firstStepsEndedAt" TIMESTAMPTZ(6);
