import type { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { IMPORT_KINDS, type ImportKind, type StatusSource } from "../archives/status-import";
import { dayFromColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import type { Seen } from "../imports/change";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** An import as services work with it. */
export interface StoredImport {
  id: string;
  number: number;
  kind: ImportKind;
  name: string;
  state: string;
  version: number;
  seen: Seen;
  /** What it is called in the history. */
  called: string;
}

/** The source with this kind, and the archive whose page it is. */
export function sourceOf(kind: ImportKind): { archive: string; source: StatusSource } | null {
  for (const archive of ARCHIVES) {
    const source = archive.imports.sources.find((one) => one.kind === kind);
    if (source) return { archive: archive.code, source };
  }
  return null;
}

/** The import with this id. Throws NOT_FOUND. */
export async function requireImport(tx: Tx, { teamId }: Member, id: string): Promise<StoredImport> {
  const stored = await tx.import.findUnique({ where: { teamId_id: { teamId, id } } });
  const kind = IMPORT_KINDS.find((one) => one === stored?.kind);
  if (!stored || !kind) throw notFound("import");
  const { number, name, state, version } = stored;
  const seen = { kind, on: dayFromColumn(stored.seenOn), personId: personIn(stored.mapping) };
  return {
    ...{ id, number, kind, name, state, version, seen },
    called: `${name}, import ${number}`,
  };
}

/** Whose page it was, as it is kept beside the import. */
function personIn(mapping: Prisma.JsonValue): string | null {
  const kept =
    typeof mapping === "object" && mapping !== null && !Array.isArray(mapping) ? mapping : {};
  return typeof kept.personId === "string" ? kept.personId : null;
}

/** Refuses what is only possible while an import is looked at. */
export function refuseOver({ state }: Pick<StoredImport, "state">): void {
  if (state === "preview" || state === "applied") return;
  throw new AppError(
    "CONFLICT",
    state === "undone"
      ? "This import was taken back; read the source again to start anew."
      : "This import was put away; read the source again to start anew.",
  );
}

/**
 * Keeps others from applying, undoing or putting away an import until this transaction ends, and
 * returns its next version. Throws CONFLICT for one that is over by now.
 */
export async function lockImport(tx: Tx, { teamId }: Member, id: string): Promise<number> {
  const { state, version } = await tx.import.update({
    where: { teamId_id: { teamId, id } },
    data: { version: { increment: 1 } },
    select: { state: true, version: true },
  });
  refuseOver({ state });
  return version;
}

/** A value as JSON that the database can hold: no NUL, no half of a character. */
export function storableText(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === "string" ? held.toWellFormed().replaceAll("\0", "\ufffd") : held,
  );
}

/** The same, as a column of JSON takes it. */
export function storable(value: object): Prisma.InputJsonObject {
  return JSON.parse(storableText(value)) as Prisma.InputJsonObject;
}
