import { randomUUID } from "node:crypto";
import type { Prisma } from "@/prisma/client/client";
import { AppError, invalid, notFound } from "../errors";
import type { ChangeView, RemoveView, SaveView } from "../lists/saved-view";
import type { ListId } from "../lists/shape";
import type { Member } from "../team/actor";
import { authorise, can } from "../team/permissions";
import { once } from "./commands";
import { record } from "./events";
import { inTeam, type Tx, unlessDuplicate } from "./transaction";

/** So many views of one list anybody keeps. */
const MOST = 50;
/** So many views of others a menu offers; more than that nobody looks through. */
const MOST_OFFERED = 200;

/** A list as somebody wants to find it again. */
export interface SavedView {
  id: string;
  name: string;
  /** The list's address without its page: `q=archive%3Aega&sort=ends`. */
  query: string;
  isShared: boolean;
  version: number;
  isMine: boolean;
  /** Who saved it. */
  by: string;
  /** Whether this reader may delete it. */
  mayRemove: boolean;
}

const STORED = {
  ...{ id: true, name: true, query: true, isShared: true, version: true, list: true },
  person: { select: { id: true, name: true } },
} as const;

type Stored = Omit<SavedView, "isMine" | "by" | "mayRemove"> & {
  list: string;
  person: { id: string; name: string };
};

/** One's own views of a list by name, then those that others share with the team, by name. */
export async function listViews(actor: Member, list: ListId): Promise<SavedView[]> {
  authorise(actor, "view.read");
  const { teamId, personId } = actor;
  const rest = {
    ...{ orderBy: [{ name: "asc" }, { id: "asc" }], select: STORED },
  } satisfies Prisma.SavedViewFindManyArgs;
  const rows = await inTeam(actor, async (tx) => [
    ...(await tx.savedView.findMany({ ...rest, where: { teamId, list, personId } })),
    ...(await tx.savedView.findMany({
      ...{ ...rest, take: MOST_OFFERED },
      where: { teamId, list, isShared: true, personId: { not: personId } },
    })),
  ]);
  return rows.map((row) => asView(actor, row));
}

/**
 * Keeps a list as it is shown now. What only its maker sees writes no history; what is shared does.
 * @throws AppError FORBIDDEN where somebody shares who may not, INVALID at `name` where they have a
 *   view of this name already, CONFLICT where they have very many
 */
export async function saveView(actor: Member, input: SaveView): Promise<{ id: string }> {
  authorise(actor, "view.save");
  if (input.isShared) authorise(actor, "view.share");
  const { teamId, personId, now: createdAt } = actor;
  const { commandId, ...view } = input;
  return withOwnName(
    inTeam(actor, (tx) =>
      once(tx, actor, commandId, async () => {
        const had = await tx.savedView.count({ where: { teamId, personId, list: view.list } });
        if (had >= MOST) {
          throw new AppError(
            "CONFLICT",
            `You have ${MOST} views of this list. Delete one of them first.`,
          );
        }
        const id = randomUUID();
        await tx.savedView.create({ data: { ...view, id, teamId, personId, createdAt } });
        if (view.isShared) await note(tx, actor, "view.shared", { ...view, id });
        return { id };
      }),
    ),
  );
}

/**
 * Gives one of one's own views another name or address, shows it to the team, or to oneself alone.
 * @throws AppError CONFLICT with the stored view in `details.current` when it was changed in another
 *   tab, FORBIDDEN for a shared view of somebody else, and where what the team sees changes by
 *   somebody who may not share, INVALID at `name`, NOT_FOUND
 */
export async function changeView(actor: Member, input: ChangeView): Promise<void> {
  authorise(actor, "view.save");
  const { teamId } = actor;
  const { id, version, ...change } = input;
  await withOwnName(
    inTeam(actor, async (tx) => {
      const stored = await readView(tx, actor, id);
      if (stored.person.id !== actor.personId) {
        throw new AppError(
          "FORBIDDEN",
          `Only ${stored.person.name}, who saved this view, can change it. Save it as one of your own instead.`,
        );
      }
      const isShared = change.isShared ?? stored.isShared;
      if (isShared) authorise(actor, "view.share");
      const { count } = await tx.savedView.updateMany({
        where: { id, teamId, version },
        data: { ...change, version: { increment: 1 } },
      });
      if (count === 0) throw changedMeanwhile(actor, stored);
      const action = eventOf(stored.isShared, isShared);
      if (action) await note(tx, actor, action, { ...stored, ...change });
    }),
  );
}

/**
 * Deletes a view: one's own, or as a lead one that somebody shares.
 * @throws AppError CONFLICT when it was changed meanwhile, FORBIDDEN, NOT_FOUND
 */
export async function removeView(actor: Member, { id, version }: RemoveView): Promise<void> {
  authorise(actor, "view.save");
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const stored = await readView(tx, actor, id);
    if (stored.person.id !== actor.personId) authorise(actor, "view.removeOthers");
    const { count } = await tx.savedView.deleteMany({ where: { id, teamId, version } });
    if (count === 0) throw changedMeanwhile(actor, stored);
    if (stored.isShared) await note(tx, actor, "view.removed", stored);
  });
}

/** A view that this reader sees; what others keep to themselves does not exist for them. */
async function readView(tx: Tx, { teamId, personId }: Member, id: string): Promise<Stored> {
  const row = await tx.savedView.findFirst({
    where: { id, teamId, OR: [{ personId }, { isShared: true }] },
    select: STORED,
  });
  if (!row) throw notFound("view");
  return row;
}

function asView(actor: Member, { person, list: _list, ...view }: Stored): SavedView {
  const isMine = person.id === actor.personId;
  return {
    ...{ ...view, isMine, by: person.name },
    mayRemove: isMine || can(actor, "view.removeOthers"),
  };
}

function eventOf(wasShared: boolean, isShared: boolean): string | null {
  if (wasShared !== isShared) return isShared ? "view.shared" : "view.unshared";
  return isShared ? "view.changed" : null;
}

function changedMeanwhile(actor: Member, stored: Stored): AppError {
  return new AppError(
    "CONFLICT",
    "This view was changed in another window since you opened it. Load the page anew, then try again.",
    { details: { current: asView(actor, stored) } },
  );
}

function note(
  tx: Tx,
  actor: Member,
  action: string,
  { id, name, list }: Record<"id" | "name" | "list", string>,
): Promise<void> {
  return record(tx, actor, {
    ...{ action, subjectType: "view", subjectId: id, data: { name, list } },
  });
}

/** The database keeps names apart, also of one view saved in two windows at the same moment. */
function withOwnName<T>(saving: Promise<T>): Promise<T> {
  const sentence = "You have a view of this name in this list already.";
  return unlessDuplicate(saving, invalid("name", sentence));
}
