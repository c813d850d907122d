import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a copy of data, and a close-out with a step and a certificate. */
export async function sampleEnding(
  client: PrismaClient,
  { teamId, personId, name, now }: Member,
  request: { requestId: string; unitId: string; documentId: string },
  on: Date,
) {
  const { requestId, unitId, documentId } = request;
  const copy = await client.dataCopy.create({
    data: {
      ...{ teamId, requestId, kind: "copy", what: "BAM files", placeKind: "server" },
      ...{ place: "/data/bam", putById: personId, putOn: on, createdAt: now },
      ...{ destroyedOn: on, method: "Overwritten", destroyedById: personId, witness: "Bo" },
    },
  });
  await client.dataCopyUnit.create({ data: { teamId, copyId: copy.id, unitId } });
  const closeOut = await client.closeOut.create({
    data: {
      ...{ teamId, requestId, reason: "completed", startedOn: on, completedOn: on },
      createdAt: now,
    },
  });
  await client.closeOutStep.create({
    data: {
      ...{ teamId, closeOutId: closeOut.id, step: "outputs", doneOn: on, recordedBy: name },
      ...{ documentId, createdAt: now },
    },
  });
  const certificate = await client.certificate.create({
    data: {
      ...{ teamId, closeOutId: closeOut.id, text: `{"id":"${closeOut.id}"}` },
      ...{ sha256: "0".repeat(64), issuedBy: name, issuedAt: now },
    },
  });
  return { copyId: copy.id, closeOutId: closeOut.id, certificateId: certificate.id };
}
