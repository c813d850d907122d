import type { CopyKind, PlaceKind } from "@/lib/copies/copy";
import { destroyCopy, listCopies, registerCopy } from "@/lib/services/copies";
import { demoId } from "./id";
import { MESA } from "./mesa";
import type { PersonKey } from "./people";
import { dayAgo, requestOf, type Scene, type Stage, unitsOf } from "./stage";

/** A copy of data, where it lies and what became of it; days count back from today. */
interface DemoCopy {
  what: string;
  kind: CopyKind;
  placeKind: PlaceKind;
  place: string;
  /** The title of the story whose data it holds. */
  of: string;
  archive: string;
  units: readonly string[];
  by: PersonKey;
  daysAgo: number;
  /** What it was made of, by `what`. */
  madeOf?: string;
  destroyed?: { daysAgo: number; by: PersonKey; method: string; witness: string };
}

const LEEDS = {
  of: "Leeds Melanoma: expression",
  archive: "ega",
  units: ["EGAD00010001561", "EGAD00010001562"],
} as const;

const MESA_DATA = { of: MESA.title, archive: "dbgap", units: MESA.units } as const;

const COPIES: readonly DemoCopy[] = [
  {
    ...MESA_DATA,
    what: "MESA phenotypes and genotypes, decrypted",
    kind: "copy",
    placeKind: "server",
    place: "cluster:/data/mesa",
    by: "bo",
    daysAgo: 1003,
  },
  {
    ...MESA_DATA,
    what: "Risk model of calcium, trained weights",
    kind: "model",
    placeKind: "server",
    place: "cluster:/models/mesa-risk",
    by: "chidi",
    daysAgo: 520,
    madeOf: "MESA phenotypes and genotypes, decrypted",
    destroyed: {
      ...{ daysAgo: 292, by: "bo", witness: "Grace Liu" },
      method: "Deleted with its checkpoints; the backups have run out",
    },
  },
  {
    ...MESA_DATA,
    what: "Calcium scores and spirometry, one row a participant",
    kind: "derivative",
    placeKind: "server",
    place: "cluster:/home/dlevi/mesa",
    by: "dana",
    daysAgo: 270,
    madeOf: "MESA phenotypes and genotypes, decrypted",
  },
  {
    ...LEEDS,
    what: "Expression arrays as downloaded, decrypted",
    kind: "copy",
    placeKind: "server",
    place: "cluster:/data/leeds-melanoma",
    by: "bo",
    daysAgo: 845,
    destroyed: {
      ...{ daysAgo: 121, by: "bo", witness: "Grace Liu" },
      method: "Overwritten three times, folder removed",
    },
  },
  {
    ...LEEDS,
    what: "Nightly backup of the arrays",
    kind: "backup",
    placeKind: "backup",
    place: "Tape store, institute's IT department",
    by: "bo",
    daysAgo: 844,
    madeOf: "Expression arrays as downloaded, decrypted",
    destroyed: {
      ...{ daysAgo: 120, by: "bo", witness: "Grace Liu" },
      method: "Backup key deleted, tapes overwritten",
    },
  },
];

/** Each copy on the day it was put there, and again on the day it was destroyed. */
export function copyScenes(stage: Stage): Scene[] {
  return COPIES.flatMap((copy) => [
    { daysAgo: copy.daysAgo, play: async () => void (await register(stage, copy)) },
    ...(copy.destroyed
      ? [{ daysAgo: copy.destroyed.daysAgo, play: () => destroy(stage, copy) }]
      : []),
  ]);
}

/** Its id; telling it again finds the first. */
async function register(stage: Stage, copy: DemoCopy): Promise<string> {
  const { what, kind, placeKind, place, madeOf } = copy;
  const source = COPIES.find((other) => other.what === madeOf);
  const { id } = await registerCopy(await stage.actor(copy.by, copy.daysAgo), {
    commandId: demoId("copy", what),
    copy: {
      ...{ what, kind, placeKind, place, requestId: requestOf(copy.of) },
      ...{ putById: stage.people[copy.by], putOn: dayAgo(stage, copy.daysAgo) },
      unitIds: await unitsOf(copy.archive, copy.units),
      madeOfId: source ? await register(stage, source) : null,
    },
  });
  return id;
}

async function destroy(stage: Stage, copy: DemoCopy): Promise<void> {
  if (!copy.destroyed) return;
  const { daysAgo, by, method, witness } = copy.destroyed;
  const actor = await stage.actor(by, daysAgo);
  const id = await register(stage, copy);
  const copies = await listCopies(actor, { requestId: requestOf(copy.of) });
  const open = copies.find((each) => each.id === id && each.destroyedOn === null);
  if (!open) return;
  const destroyedOn = dayAgo(stage, daysAgo);
  const destruction = { destroyedOn, method, witness, documentId: null };
  await destroyCopy(actor, {
    ...{ id, version: open.version },
    destruction: { ...destruction, destroyedById: stage.people[by] },
  });
}
