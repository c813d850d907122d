import type { Archive } from "../archives/archive";
import type { OutputKind } from "../archives/renewal";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import { readFilings } from "../requests/filing";
import { keepKey, type NamedIn } from "../requests/keeps";
import type { Tellable } from "../requests/progress-report";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** A round as far as its renewal looks at it. */
export interface RoundRow {
  id: string;
  number: number;
  submittedOn: Date | null;
  filed: unknown;
}

/** Somebody whom a renewal keeps or drops. */
export interface RenewalPerson extends NamedIn {
  name: string;
  /** Named in this function now; whom the last approved round named and the form does not is dropped. */
  isKept: boolean;
  /** The last day on the team, where one is known. */
  leavesOn: Day | null;
  /** Why this person cannot be dropped; null where they can. */
  mustStay: string | null;
  /** What has to be done under the archive's rules once the renewal is approved without them. */
  follows: readonly string[];
}

/** The people of the last approved round and of the form as it is now, by function and name. */
export async function peopleOf(
  tx: Tx,
  { teamId }: Member,
  input: {
    archive: Archive;
    request: { id: string; lifecycle: string };
    base: RoundRow | null;
    today: Day;
  },
): Promise<RenewalPerson[]> {
  const { archive, request, base, today } = input;
  const asked = archive
    .sections(request.lifecycle)
    .filter(({ scope }) => scope === "request")
    .flatMap(({ fields }) => fields.flatMap((field) => field.function ?? []));
  const now = await tx.requestPerson.findMany({ where: { teamId, requestId: request.id } });
  const named = new Map<string, NamedIn>();
  for (const entry of [...(readFilings(base?.filed).at(-1)?.people ?? []), ...now]) {
    const { personId, function: held } = entry as NamedIn;
    const each = { personId, function: held };
    if (asked.includes(held)) named.set(keepKey(each), each);
  }
  const rows = await tx.person.findMany({
    where: { teamId, id: { in: [...named.values()].map(({ personId }) => personId) } },
    select: { id: true, name: true, endsOn: true },
  });
  const people = new Map(rows.map((row) => [row.id, row]));
  const isNow = new Set(now.map((entry) => keepKey(entry as NamedIn)));
  return [...named.values()]
    .flatMap((entry): RenewalPerson[] => {
      const person = people.get(entry.personId);
      if (!person) return [];
      const leaving = { functions: [entry.function], filed: true, approved: true, lastDay: today };
      const { how, why } = archive.departure.handOver(leaving);
      return [
        {
          ...entry,
          name: person.name,
          isKept: isNow.has(keepKey(entry)),
          leavesOn: person.endsOn && dayFromColumn(person.endsOn),
          mustStay: how === "close_and_reapply" ? why : null,
          follows: archive.departure
            .duties(leaving)
            .filter(({ effect }) => effect === "destroy" || effect === "notify")
            .map(({ what }) => what),
        },
      ];
    })
    .sort(
      (a, b) =>
        asked.indexOf(a.function) - asked.indexOf(b.function) || a.name.localeCompare(b.name),
    );
}

/** What the report of this round may tell: outputs not reported yet, incidents since the last report. */
export async function tellableOf(
  tx: Tx,
  { teamId }: Member,
  input: { requestId: string; cycle: { id: string } | null; base: RoundRow | null },
): Promise<Tellable[]> {
  const { requestId, cycle, base } = input;
  const uses = await tx.outputUse.findMany({
    where: {
      ...{ teamId, requestId },
      OR: [
        { cycleId: null },
        { cycle: { state: { in: ["withdrawn", "rejected"] } } },
        ...(cycle ? [{ cycleId: cycle.id }] : []),
      ],
    },
    include: { output: true },
  });
  const incidents = await tx.incident.findMany({
    where: {
      teamId,
      units: { some: { requestId } },
      ...(base?.submittedOn && { knownAt: { gte: base.submittedOn } }),
    },
  });
  const outputs = uses.map(({ output }) => ({
    id: output.id,
    kind: output.kind as OutputKind,
    on: dayFromColumn(output.on),
    title: output.title,
    reference: output.reference,
  }));
  const told = incidents.map((incident) => ({
    id: incident.id,
    kind: "incident" as const,
    on: dayOf(incident.knownAt, incident.knownZone),
    title: incident.title,
    reference: incident.measures,
  }));
  return [...outputs, ...told].sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
}
