import { addDays, type Day } from "@/lib/dates/day";
import { db } from "@/lib/db";
import { once } from "@/lib/services/commands";
import { uploadDocument } from "@/lib/services/documents";
import { getRequest, type RequestDetail } from "@/lib/services/requests";
import { inTeam } from "@/lib/services/transaction";
import type { Member } from "@/lib/team/actor";
import type { PersonIds } from "./answers";
import { demoId } from "./id";
import { letterPdf } from "./letter";
import type { PersonKey } from "./people";

/** What a scene of the demo needs: the day it is told on, who is there, and who acts when. */
export interface Stage {
  today: Day;
  people: PersonIds;
  actor: (key: PersonKey, daysAgo: number) => Promise<Member>;
}

/** Something that happened so many days ago. */
export interface Scene {
  daysAgo: number;
  play: () => Promise<void>;
}

/** The day so many days before the demo's today; a negative number lies ahead. */
export function dayAgo({ today }: Stage, daysAgo: number): Day {
  return addDays(today, -daysAgo);
}

/** The id of the request that a story tells. */
export function requestOf(title: string): string {
  return demoId(title);
}

/** The request that a story tells, as it stands now; null before it was begun. */
export async function readRequest(actor: Member, title: string): Promise<RequestDetail | null> {
  const where = { teamId: actor.teamId, id: requestOf(title) };
  const known = await inTeam(actor, (tx) =>
    tx.request.findFirst({ where, select: { number: true } }),
  );
  return known && getRequest(actor, known.number);
}

/** As `readRequest`, of a request that was begun. */
export async function knownRequest(actor: Member, title: string): Promise<RequestDetail> {
  const request = await readRequest(actor, title);
  if (!request) throw new Error(`The demo's story “${title}” has not begun`);
  return request;
}

/** Carries out what its service does not tell from a repetition, unless it was told before. */
export async function onlyOnce(
  actor: Member,
  words: readonly string[],
  play: () => Promise<void>,
): Promise<void> {
  const id = demoId("told", ...words);
  const where = { teamId_id: { teamId: actor.teamId, id } };
  if (await inTeam(actor, (tx) => tx.command.findUnique({ where }))) return;
  await play();
  await inTeam(actor, (tx) => once(tx, actor, id, async () => ({})));
}

/** The ids of the catalogue's units with these codes at one archive, in the codes' order. */
export async function unitsOf(archive: string, codes: readonly string[]): Promise<string[]> {
  const units = await db().accessUnit.findMany({
    where: { archive, code: { in: [...codes] }, teamId: null },
    select: { id: true, code: true },
  });
  return codes.flatMap((code) => units.find((unit) => unit.code === code)?.id ?? []);
}

/** Uploads a page of the demo under its name, once; returns its id. */
export async function paper(actor: Member, name: string, requestId?: string): Promise<string> {
  const id = demoId("paper", name);
  const bytes = letterPdf(["Paper of the demo team", name]);
  await uploadDocument(actor, { id, name, bytes, ...(requestId && { requestId }) });
  return id;
}
