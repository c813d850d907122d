import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import type { Letter } from "../email/letter";
import { dutyLetter } from "../email/templates/duty";
import { reminderLetter } from "../email/templates/reminder";
import { writeNumber } from "../requests/filter";

/** What of a duty its mails speak of. */
export const WORDED_DUTY = {
  state: true,
  what: true,
  dueOn: true,
  rule: true,
  source: true,
  person: { select: { name: true } },
  request: { select: { number: true, title: true, archive: true, lifecycle: true } },
  grant: {
    select: {
      person: { select: { name: true } },
      unit: {
        select: {
          code: true,
          version: true,
          consentCode: true,
          dataset: { select: { title: true, shortTitle: true } },
        },
      },
    },
  },
} satisfies Prisma.ObligationSelect;

export type WordedRow = Prisma.ObligationGetPayload<{ select: typeof WORDED_DUTY }>;

/** The sentences of a notice, as the mail about it has them. */
export interface NoticeWords {
  /** `[GB-12] MIMIC-IV 3.1: access ends 14 Mar 2027 (23 days left)`. */
  subject: string;
  /** The same without a date, for what is settled. */
  brief: string;
  /** When it is or was due, with the days between. */
  due: string;
}

/** What a mail would say about a duty to somebody who reads it on `today`, their own day. */
export function noticeWords(row: WordedRow, today: Day): NoticeWords {
  const { subject, brief, paragraphs } = letterFor(row, today);
  // The sentence about the day is the one that needs no word before it.
  const due = paragraphs.find(({ lead }) => !lead)?.text ?? "";
  return { subject, brief: brief ?? subject, due };
}

function letterFor({ request, grant, person, ...row }: WordedRow, today: Day): Letter {
  const nobody = { reasons: [], others: [], team: "", openTo: [], url: "" };
  const told = { ...nobody, today, dueOn: dayFromColumn(row.dueOn), rule: row.rule };
  const archive = request && archiveByCode(request.archive);
  const number = request && writeNumber(request.number);
  if (grant && request && archive && number) {
    return reminderLetter({
      ...{ ...told, number, requestTitle: request.title, archive: archive.name },
      ...{ dataset: nameOfUnit(grant.unit), datasetTitle: grant.unit.dataset.title },
      holder: grant.person?.name ?? null,
      duty: archive.terms(request.lifecycle).endDuty,
    });
  }
  return dutyLetter({
    ...{ ...told, what: row.what, source: row.source, person: person?.name ?? null, place: "" },
    request: request && number ? { number, title: request.title, archive: "" } : null,
  });
}
