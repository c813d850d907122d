import { stateOfAgreement } from "../agreements/state";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import { dayFromColumn, dayOf } from "../dates/day";
import { dutyState } from "../duties/state";
import { whatToDo } from "../duties/what";
import type { Found, FoundKind } from "../find/found";
import { dutyKind } from "../obligations/kinds";
import { presenceOn } from "../people/presence";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { loadVersions } from "./agreement-rows";
import type { Tx } from "./tx";

type Reader = (
  tx: Tx,
  actor: Member,
  ids: readonly string[],
  slugs: readonly string[],
) => Promise<Found[]>;

const NOTHING = { slug: "", number: null, detail: "", on: null, state: null } as const;
const UNIT_NAME = {
  ...{ code: true, version: true, consentCode: true },
  dataset: { select: { shortTitle: true } },
} as const;

/** What tells one from another: what is known of these, put together. */
function detailOf(...parts: (string | null | undefined)[]): string {
  return [...new Set(parts.filter(Boolean))].join(" · ");
}

function archiveName(code: string): string {
  return archiveByCode(code)?.name ?? code;
}

/** Rows of one kind by id (papers: by slug) as they are shown where they were found. */
export const foundRows: Record<FoundKind, Reader> = {
  request: async (tx, { teamId }, ids) => {
    const rows = await tx.request.findMany({
      where: { teamId, id: { in: [...ids] } },
      select: {
        ...{ id: true, number: true, title: true, archive: true, status: true },
        items: { orderBy: { position: "asc" }, take: 1, select: { unit: { select: UNIT_NAME } } },
      },
    });
    return rows.map(({ id, number, title, archive, status, items: [first] }) => ({
      ...{ ...NOTHING, kind: "request", id, number, title },
      detail: detailOf(archiveName(archive), first && nameOfUnit(first.unit)),
      state: { of: "request", code: status },
    }));
  },

  person: async (tx, actor, ids) => {
    const rows = await tx.person.findMany({
      where: { teamId: actor.teamId, id: { in: [...ids] } },
      select: {
        ...{ id: true, name: true, email: true, institution: true },
        ...{ timeZone: true, startsOn: true, endsOn: true },
      },
    });
    return rows.map(({ id, name, email, institution, timeZone, startsOn, endsOn }) => ({
      ...{ ...NOTHING, kind: "person", id, title: name, detail: detailOf(institution, email) },
      state: {
        of: "person",
        code: presenceOn(dayOf(actor.now, timeZone), {
          startsOn: dayFromColumn(startsOn),
          endsOn: endsOn && dayFromColumn(endsOn),
        }),
      },
    }));
  },

  dataset: async (tx, { teamId }, ids) => {
    const rows = await tx.dataset.findMany({
      where: { id: { in: [...ids] }, OR: [{ teamId: null }, { teamId }] },
      select: {
        id: true,
        slug: true,
        title: true,
        shortTitle: true,
        archive: true,
        accessClass: true,
      },
    });
    return rows.map(({ id, slug, title, shortTitle, archive, accessClass }) => ({
      ...{ ...NOTHING, kind: "dataset", id, slug, title: shortTitle },
      detail: detailOf(title === shortTitle ? null : title, archiveName(archive)),
      state: { of: "access", code: accessClass },
    }));
  },

  unit: async (tx, { teamId }, ids) => {
    const rows = await tx.accessUnit.findMany({
      where: { id: { in: [...ids] }, OR: [{ teamId: null }, { teamId }] },
      select: { id: true, archive: true, accessClass: true, ...UNIT_NAME },
    });
    return rows.map((unit) => ({
      ...{ ...NOTHING, kind: "unit", id: unit.id, title: nameOfUnit(unit) },
      detail: detailOf(unit.code, archiveName(unit.archive)),
      state: { of: "access", code: unit.accessClass },
    }));
  },

  duty: async (tx, actor, ids) => {
    const rows = await tx.obligation.findMany({
      where: { teamId: actor.teamId, id: { in: [...ids] }, state: "open" },
      select: {
        ...{ id: true, kind: true, what: true, dueOn: true, state: true },
        request: { select: { number: true, title: true, archive: true, lifecycle: true } },
      },
    });
    return rows.map(({ id, kind, what, dueOn, state, request }) => {
      const { name } = dutyKind(kind);
      const on = dayFromColumn(dueOn);
      return {
        ...{ ...NOTHING, kind: "duty", id, title: whatToDo({ kind, what, request }) || name, on },
        ...{ number: request?.number ?? null, detail: name },
        state: { of: "duty", code: dutyState({ state, dueOn: on }, todayFor(actor)) },
      };
    });
  },

  agreement: async (tx, actor, ids) => {
    const loaded = await loadVersions(tx, actor, ids);
    return ids.flatMap((id): Found[] => {
      const row = loaded.get(id);
      if (!row) return [];
      const { name, archive, textVersion, dac, request } = row;
      return [
        {
          ...{ ...NOTHING, kind: "agreement", id, title: name, number: request?.number ?? null },
          detail: detailOf(archiveName(archive), textVersion, dac),
          state: { of: "agreement", code: stateOfAgreement(row, todayFor(actor)).state },
        },
      ];
    });
  },

  document: async (tx, { teamId }, ids) => {
    const rows = await tx.document.findMany({
      where: { teamId, id: { in: [...ids] }, deletedAt: null },
      select: { id: true, name: true, uploadedBy: true, request: { select: { number: true } } },
    });
    return rows.map(({ id, name, uploadedBy, request }) => ({
      ...{ ...NOTHING, kind: "document", id, title: name, detail: uploadedBy },
      number: request?.number ?? null,
    }));
  },

  output: async (tx, { teamId }, ids) => {
    const rows = await tx.output.findMany({
      where: { teamId, id: { in: [...ids] } },
      select: { id: true, title: true, reference: true },
    });
    return rows.map(({ id, title, reference }) => ({
      ...{ ...NOTHING, kind: "output", id, title, detail: reference },
    }));
  },

  paper: async (tx, _actor, _ids, slugs) => {
    const rows = await tx.publication.findMany({
      where: { slug: { in: [...slugs] } },
      select: { slug: true, title: true, reference: true },
    });
    return rows.map(({ slug, title, reference }) => ({
      ...{ ...NOTHING, kind: "paper", id: slug, slug, title, detail: reference },
    }));
  },

  incident: async (tx, { teamId }, ids) => {
    const rows = await tx.incident.findMany({
      where: { teamId, id: { in: [...ids] } },
      select: { id: true, number: true, title: true, closedOn: true },
    });
    return rows.map(({ id, number, title, closedOn }) => ({
      ...{ ...NOTHING, kind: "incident", id, number, title },
      state: { of: "incident", code: closedOn ? "closed" : "open" },
    }));
  },
};
