import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import { datesIn } from "../dates/dates-in";
import { type Day, dayFromColumn } from "../dates/day";
import { whatToDo } from "../duties/what";
import type { Letter } from "../email/letter";
import type { Readers } from "../email/templates/closing";
import { dutyLetter } from "../email/templates/duty";
import { reminderLetter } from "../email/templates/reminder";
import { dutyKind } from "../obligations/kinds";
import { writeNumber } from "../requests/number";

const NAMED = { select: { name: true } } as const;

/** What of a duty its letter tells. */
export const LETTER_COLUMNS = {
  ...{ kind: true, what: true, dueOn: true, dueAt: true, rule: true, source: true },
  ...{ owner: NAMED, person: NAMED },
  request: { select: { number: true, title: true, archive: true, lifecycle: true } },
  grant: {
    select: {
      person: NAMED,
      unit: {
        select: {
          ...{ code: true, version: true, consentCode: true },
          dataset: { select: { title: true, shortTitle: true } },
        },
      },
    },
  },
} satisfies Prisma.ObligationSelect;

/** A duty as far as its letter tells of it. */
export type LetterRow = Prisma.ObligationGetPayload<{ select: typeof LETTER_COLUMNS }>;

/** Who reads it, on which day and clock of theirs, who may open the data on it, and where the duty's page is. */
interface Reading extends Readers {
  today: Day;
  /** An IANA name. */
  timeZone: string;
  openTo: readonly string[];
  url: string;
}

/** The letter about one duty to one reader: of an approval's end, or of something else to be done. */
export function letterOfDuty(row: LetterRow, reading: Reading): Letter {
  const { request, grant, person } = row;
  const archive = request && archiveByCode(request.archive);
  if (request && !archive) throw new Error(`There is no archive ${request.archive}`);
  const about = request &&
    archive && { number: writeNumber(request.number), archive: archive.name };
  const { rule, source } = row;
  const told = { ...reading, dueOn: dayFromColumn(row.dueOn), rule, source };
  if (grant && request && archive && about) {
    return reminderLetter({
      ...{ ...told, ...about, requestTitle: request.title },
      ...{ dataset: nameOfUnit(grant.unit), datasetTitle: grant.unit.dataset.title },
      holder: grant.person?.name ?? null,
      duty: archive.terms(request.lifecycle).endDuty,
    });
  }
  return dutyLetter({
    ...{ ...told, moment: momentOf(row, reading), what: whatToDo(row) || dutyKind(row.kind).name },
    ...{ ifMissed: dutyKind(row.kind).ifMissed, person: person?.name ?? null },
    request: request && about ? { ...about, title: request.title } : null,
    place: about?.number ?? person?.name ?? row.owner.name,
  });
}

function momentOf({ dueAt }: LetterRow, { timeZone, language }: Reading): string | null {
  return dueAt && `${datesIn(language).instant(dueAt, timeZone)} (${timeZone})`;
}
