import { createHash } from "node:crypto";
import type { ImportKind } from "../archives/status-import";
import { type Day, dayToColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import { MOST_BYTES, MOST_ROWS, type StartImport } from "../imports/forms";
import { type Lines, type PreviewRow, previewRows } from "../imports/preview";
import { indexState } from "../imports/state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { sourceOf, storable, storableText } from "./import-rows";
import { loadTeamState } from "./import-state";
import { inTeam } from "./transaction";

/** How many rows are written in one part, and how many parts in one transaction. */
const CHUNK = 15;
const CHUNKS = 20;

/** Where an import is found. */
export interface Previewed {
  number: number;
  id: string;
}

/**
 * Reads what was pasted from an archive and keeps what it would change, row by row, changing nothing
 * else. Throws INVALID at `text`, `personId`, `seenOn`; NOT_FOUND for a foreign person.
 */
export async function previewImport(
  actor: Member,
  input: StartImport,
  text: string,
): Promise<Previewed> {
  authorise(actor, "import.record");
  const found = sourceOf(input.kind);
  if (!found) throw invalid("kind", "Choose what you have copied.");
  const { source, archive } = found;
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw invalid("text", "This is larger than 10 MB; read it in parts.");
  }
  if (source.personal && input.personId === null) {
    throw invalid("personId", "Choose the person whose page this is.");
  }
  const read = source.read(text.toWellFormed().replaceAll("\0", "\ufffd"));
  if (read.entries.length === 0 && read.refused.length === 1 && read.refused[0]) {
    throw invalid("text", read.refused[0].reason);
  }
  const personId = source.personal ? input.personId : null;
  return keepPreview(actor, {
    ...{ commandId: input.commandId, kind: input.kind, name: source.name, seenOn: input.seenOn },
    ...{ personId, archives: [archive], sha256: hashOf(text), mapping: {} },
    read: { ...read, total: read.entries.length + read.refused.length },
  });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What a reader made of a source, with what is said beside it. */
export interface ReadSource {
  commandId: string;
  kind: ImportKind;
  name: string;
  seenOn: Day;
  personId: string | null;
  archives: readonly string[];
  sha256: string;
  mapping: object;
  read: Lines & { notes: readonly string[] };
}

/**
 * Keeps the preview of a source that was read. Rows are written in parts; until the last one is
 * there the import counts as dropped, so that a break leaves nothing half.
 */
export async function keepPreview(actor: Member, source: ReadSource): Promise<Previewed> {
  authorise(actor, "import.record");
  const { read, seenOn } = source;
  if (seenOn > todayFor(actor)) throw invalid("seenOn", "This day is still to come.");
  const { total } = read;
  if (total === 0) throw invalid("text", [...read.notes, "There is nothing to compare."].join(" "));
  if (total > MOST_ROWS) {
    throw invalid("text", `It holds ${total} lines; at most 50 000 are read at a time.`);
  }
  const state = await inTeam(actor, (tx) => loadTeamState(tx, actor, source.archives));
  const known = state.people.some(({ id }) => id === source.personId);
  if (source.personId !== null && !known) throw notFound("person");
  const seen = { kind: source.kind, on: seenOn, personId: source.personId };
  const rows = previewRows(read, seen, indexState(state));
  const begun = await inTeam(actor, (tx) =>
    once(tx, actor, source.commandId, async () => {
      const { lastImportNumber: number } = await tx.team.update({
        where: { id: actor.teamId },
        data: { lastImportNumber: { increment: 1 } },
        select: { lastImportNumber: true },
      });
      const { id } = await tx.import.create({
        data: {
          ...{ teamId: actor.teamId, number, kind: source.kind, name: source.name },
          ...{ sourceSha256: source.sha256, seenOn: dayToColumn(seenOn), state: "dropped" },
          mapping: storable({ ...source.mapping, personId: source.personId, notes: read.notes }),
          ...{ rowCount: total, createdBy: actor.name, createdAt: actor.now },
        },
        select: { id: true },
      });
      return { id, number };
    }),
  );
  await keepRows(actor, begun, source.name, rows);
  return begun;
}

/** Writes the rows that are not there yet; the same form sent again goes on where it was broken off. */
async function keepRows(
  actor: Member,
  { id, number }: Previewed,
  name: string,
  rows: Iterator<PreviewRow>,
): Promise<void> {
  const { teamId } = actor;
  let count = 0;
  for (let parts = takeParts(rows); parts.length > 0; parts = takeParts(rows)) {
    for (const part of parts) count += part.rows;
    await inTeam(actor, async (tx) => {
      for (const { json } of parts) {
        await tx.$executeRaw`
          insert into "ImportRow" (id, "teamId", "importId", position, at, source, change, state, reason)
          select gen_random_uuid(), ${teamId}::uuid, ${id}::uuid, r.*
          from jsonb_to_recordset(convert_from(${json}, 'UTF8')::jsonb)
            as r(position int, at text, source jsonb, change jsonb, state text, reason text)
          on conflict do nothing`;
      }
    });
  }
  await inTeam(actor, async (tx) => {
    const begun = await tx.import.updateMany({
      where: { id, teamId, state: "dropped", version: 1 },
      data: { state: "preview", version: { increment: 1 } },
    });
    if (begun.count === 0) return;
    await record(tx, actor, {
      ...{ action: "import.read", subjectType: "import", subjectId: id },
      data: { name: `${name}, import ${number}`, rows: count },
    });
  });
}

/**
 * The next rows as JSON in bytes. Parameters for each value of 50 000 rows would fill the memory, and
 * so would texts, of which the way to the database makes many copies that are collected late.
 */
function takeParts(rows: Iterator<PreviewRow>): { rows: number; json: Uint8Array<ArrayBuffer> }[] {
  const parts: { rows: number; json: Uint8Array<ArrayBuffer> }[] = [];
  while (parts.length < CHUNKS) {
    const chunk = take(rows, CHUNK);
    if (chunk.length === 0) break;
    const stored = chunk.map((row) => ({
      ...row,
      ...{ at: row.at.slice(0, 200), reason: row.reason.slice(0, 1_000) },
    }));
    parts.push({ rows: chunk.length, json: Buffer.from(storableText(stored)) });
  }
  return parts;
}

function take<T>(from: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = from.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
