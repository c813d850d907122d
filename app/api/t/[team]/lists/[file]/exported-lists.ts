import { agreementColumns } from "@/components/exports/agreement-columns";
import { dutyColumns } from "@/components/exports/duty-columns";
import { personColumns } from "@/components/exports/person-columns";
import { requestColumns } from "@/components/exports/request-columns";
import { unitColumns } from "@/components/exports/unit-columns";
import type { ListView } from "@/lib/lists/address";
import { AGREEMENT_LIST } from "@/lib/lists/agreements";
import { DUTY_LIST } from "@/lib/lists/duties";
import { csvPieces, type ExportColumn, exportedColumns } from "@/lib/lists/export-sheet";
import { PERSON_LIST } from "@/lib/lists/people";
import { REQUEST_LIST } from "@/lib/lists/requests";
import { type ListId, type ListShape, shownColumns } from "@/lib/lists/shape";
import { UNIT_LIST } from "@/lib/lists/units";
import { countOpeners, countOpenUnits } from "@/lib/services/access-counts";
import { readAgreementsFound } from "@/lib/services/agreement-list";
import { readDuties } from "@/lib/services/duty-list";
import { readPeopleFound } from "@/lib/services/person-list";
import { readRequests } from "@/lib/services/request-list";
import { readUnitsFound } from "@/lib/services/unit-list";
import { writeWorkbook } from "@/lib/sheets/write-workbook";
import type { Member } from "@/lib/team/actor";

/** The lists that are handed out as files. */
export const SHAPES: Record<ListId, ListShape> = {
  requests: REQUEST_LIST,
  people: PERSON_LIST,
  units: UNIT_LIST,
  agreements: AGREEMENT_LIST,
  duties: DUTY_LIST,
};

interface About {
  name: string;
  /** What the second sheet says of a file with so many rows. */
  lines: (rows: number) => readonly (readonly [string, string])[];
}

/** A list as the files that it can become; nothing is read before one is asked for. */
export interface Exported {
  csv: () => AsyncGenerator<string>;
  workbook: (name: string, about: About) => Promise<Uint8Array<ArrayBuffer>>;
}

/** By list, what its rows are under a view, in the reader's language. */
export const EXPORTS: Record<ListId, (actor: Member, view: ListView) => Promise<Exported>> = {
  requests: async (actor, view) =>
    exported(
      exportedColumns(REQUEST_LIST, view.columns, await requestColumns(actor.timeZone ?? "UTC")),
      await readRequests(actor, view),
    ),
  duties: async (actor, view) =>
    exported(
      exportedColumns(DUTY_LIST, view.columns, await dutyColumns()),
      await readDuties(actor, view),
    ),
  agreements: async (actor, view) =>
    exported(
      exportedColumns(AGREEMENT_LIST, view.columns, await agreementColumns()),
      await readAgreementsFound(actor, view),
    ),
  people: async (actor, view) =>
    exported(
      exportedColumns(PERSON_LIST, view.columns, await personColumns()),
      withOpen(await readPeopleFound(actor, view), (ids) =>
        isShown(PERSON_LIST, view, "access") ? countOpenUnits(actor, ids) : null,
      ),
    ),
  units: async (actor, view) =>
    exported(
      exportedColumns(UNIT_LIST, view.columns, await unitColumns()),
      withOpen(await readUnitsFound(actor, view), (ids) =>
        isShown(UNIT_LIST, view, "open") ? countOpeners(actor, ids) : null,
      ),
    ),
};

function isShown(shape: ListShape, view: ListView, column: string): boolean {
  return shownColumns(shape, view.columns).some(({ id }) => id === column);
}

/** The rows with the number that is worked out beside the list, batch by batch. */
async function* withOpen<Row extends { id: string }>(
  batches: AsyncIterable<Row[]>,
  count: (ids: readonly string[]) => Promise<ReadonlyMap<string, number> | null> | null,
): AsyncGenerator<(Row & { open: number | null })[]> {
  for await (const rows of batches) {
    const counts = await count(rows.map(({ id }) => id));
    yield rows.map((row) => ({ ...row, open: counts?.get(row.id) ?? null }));
  }
}

function exported<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<Row[]>,
): Exported {
  return {
    csv: () => csvPieces(columns, batches),
    async workbook(name, about) {
      const rows: Row[] = [];
      for await (const batch of batches) rows.push(...batch);
      const lines = about.lines(rows.length);
      return writeWorkbook({ name, columns, rows }, { name: about.name, lines });
    },
  };
}
