import { randomUUID } from "node:crypto";
import { archiveByCode } from "../archives/index";
import type { CopyFields } from "../copies/forms";
import { addDays, type Day } from "../dates/day";
import { samplePdf } from "../documents/sample-files";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { getCloseOut, recordCloseOutStep, startCloseOut } from "./close-out";
import { destroyCopy, listCopies, registerCopy } from "./copies";
import { uploadDocument } from "./documents";
import { getRequest } from "./requests";

/** For tests: a copy that the actor put there, of a request's data. */
export async function sampleCopy(
  actor: Member,
  number: number,
  change: Partial<CopyFields> = {},
): Promise<string> {
  const request = await getRequest(actor, number);
  const { id } = await registerCopy(actor, {
    commandId: randomUUID(),
    copy: {
      ...{ kind: "copy", what: "BAM files", placeKind: "server", place: "/data/bam" },
      ...{ putById: actor.personId, putOn: todayFor(actor), requestId: request.id },
      ...{ unitIds: [...new Set(request.items.map((item) => item.unitId))], madeOfId: null },
      ...change,
    },
  });
  return id;
}

/** For tests: records that each open copy of a request was destroyed. */
export async function sampleDestruction(actor: Member, number: number, on = todayFor(actor)) {
  const { id: requestId } = await getRequest(actor, number);
  for (const { id, version, destroyedOn } of await listCopies(actor, { requestId })) {
    if (destroyedOn !== null) continue;
    const destruction = {
      ...{ destroyedOn: on, method: "Overwritten", destroyedById: actor.personId },
      ...{ witness: "Somebody else", documentId: null },
    };
    await destroyCopy(actor, { id, version, destruction });
  }
}

/** For tests: begins the close-out of a request. */
export async function sampleStart(actor: Member, number: number): Promise<string> {
  const { id: requestId } = await getRequest(actor, number);
  const form = { commandId: randomUUID(), requestId, reason: "completed" as const, note: "" };
  return (await startCloseOut(actor, form)).id;
}

/**
 * For tests: takes the next steps of the close-out under way, up to the one named, with an answer
 * to each question and a paper where one is needed; without a name, to its end. Returns the
 * certificate's id where the last step was taken.
 */
export async function sampleSteps(
  actor: Member,
  number: number,
  more: { until?: string; on?: Day } = {},
): Promise<string | null> {
  const request = await getRequest(actor, number);
  const rules = archiveByCode(request.archive)?.closeOut(request.lifecycle);
  for (const step of rules?.steps ?? []) {
    const { open } = await getCloseOut(actor, request.id);
    if (!open) throw new Error("No close-out is under way");
    if (!open.steps.some((taken) => taken.step === step.id)) {
      const { certificateId } = await recordCloseOutStep(actor, {
        ...{ commandId: randomUUID(), id: open.id, version: open.version, step: step.id },
        answers: Object.fromEntries(
          step.asks.map(({ id }) => [id, id === "on" ? (more.on ?? todayFor(actor)) : "None"]),
        ),
        documentId: step.evidence === "paper" ? await samplePaper(actor) : null,
      });
      if (certificateId) return certificateId;
    }
    if (step.id === more.until) return null;
  }
  return null;
}

/** For tests: a whole close-out, its copies destroyed; returns the certificate's id. */
export async function sampleCloseOut(actor: Member, number: number, on?: Day): Promise<string> {
  await sampleStart(actor, number);
  await sampleDestruction(actor, number, on);
  const certificateId = await sampleSteps(actor, number, { on });
  if (certificateId === null) throw new Error("The close-out has no last step");
  return certificateId;
}

async function samplePaper(actor: Member): Promise<string> {
  const id = randomUUID();
  await uploadDocument(actor, { id, name: "letter.pdf", bytes: samplePdf() });
  return id;
}

/** For tests: the same member so many days later. */
export function later(actor: Member, days: number): Member {
  const day = addDays(todayFor(actor), days);
  return { ...actor, now: new Date(`${day}T09:00:00Z`) };
}
