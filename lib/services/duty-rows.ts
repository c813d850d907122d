import type { Prisma } from "@/prisma/client/client";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import { type DutyState, dutyState } from "../duties/state";
import { whatToDo } from "../duties/what";
import { type DutyKind, dutyKind } from "../obligations/kinds";

const NAMED = { select: { id: true, name: true } } as const;

/** What a line of the list is made of. */
export const LINE_COLUMNS = {
  ...{ id: true, kind: true, what: true, dueOn: true, dueAt: true, archive: true, state: true },
  ...{ grantId: true, closedOn: true, acknowledgedBy: true },
  ...{ owner: NAMED, person: NAMED, agreement: NAMED },
  request: { select: { number: true, title: true, archive: true, lifecycle: true } },
  grant: {
    select: {
      unit: {
        select: {
          ...{ code: true, version: true, consentCode: true },
          dataset: { select: { shortTitle: true } },
        },
      },
    },
  },
} satisfies Prisma.ObligationSelect;

type LineRow = Prisma.ObligationGetPayload<{ select: typeof LINE_COLUMNS }>;

/** A duty as a line of the list. */
export interface DutyLine {
  id: string;
  kind: DutyKind;
  /** What to do, in the imperative. */
  what: string;
  dueOn: Day;
  /** The moment, where the rule counts in hours. */
  dueAt: Date | null;
  state: DutyState;
  closedOn: Day | null;
  acknowledgedBy: string | null;
  /** The archive's code; empty where it belongs to none. */
  archive: string;
  owner: { id: string; name: string };
  /** Whose coming or leaving causes it. */
  person: { id: string; name: string } | null;
  request: { number: number; title: string } | null;
  /** The data whose access ends. */
  data: string | null;
  agreement: { id: string; name: string } | null;
}

/** A row as a line, as it stands on the reader's day. */
export function lineOf(row: LineRow, today: Day): DutyLine {
  const { id, owner, person, agreement, archive, acknowledgedBy, request, grant, dueAt } = row;
  const dueOn = dayFromColumn(row.dueOn);
  return {
    ...{ id, owner, person, agreement, archive, acknowledgedBy, dueOn, dueAt },
    kind: dutyKind(row.kind),
    what: whatToDo(row),
    state: dutyState({ state: row.state, dueOn }, today),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
    request: request && { number: request.number, title: request.title },
    data: grant && nameOfUnit(grant.unit),
  };
}
