import { addDays, type Day } from "@/lib/dates/day";
import { db } from "@/lib/db";
import { uploadDocument } from "@/lib/services/documents";
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
