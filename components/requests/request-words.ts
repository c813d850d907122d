import type { Archive } from "@/lib/archives/archive";
import type { Section } from "@/lib/archives/form";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { itemKey } from "@/lib/requests/draft";
import { responsiblePersons } from "@/lib/requests/responsible";
import type { RequestDetail } from "@/lib/services/requests";
import { itemWords } from "./item-words";

/** The names of everybody a request names, by person id. */
export function namesIn(request: RequestDetail): Map<string, string> {
  return new Map([
    [request.owner.id, request.owner.name],
    ...request.people.map(({ person }) => [person.id, person.name] as const),
    ...request.items.flatMap(({ person }) => (person ? [[person.id, person.name] as const] : [])),
  ]);
}

/** The persons of the team who have the next move on the items at a step. */
export function waitingFor(request: RequestDetail, step: string): { id: string; name: string }[] {
  const names = namesIn(request);
  const ids = request.items
    .filter((item) => item.step === step)
    .flatMap((item) => responsiblePersons(item, request));
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? "" }));
}

/** The persons of the team who have the next move on one item. */
export function waitingForItem(
  request: RequestDetail,
  item: RequestDetail["items"][number],
): { id: string; name: string }[] {
  const names = namesIn(request);
  return responsiblePersons(item, request).map((id) => ({ id, name: names.get(id) ?? "" }));
}

/** Who may open units on the day of reading, by unit. */
export type Openers = Readonly<Record<string, readonly { id: string; name: string }[]>>;

/** Who may open any of what a request was granted, each once; where access is personal, by their own item. */
export function openersOf(
  archive: Archive,
  request: RequestDetail,
  openers: Openers,
): { id: string; name: string }[] {
  const found = request.items
    .filter(({ grants }) => grants.some(({ endedOn }) => endedOn === null))
    .flatMap((item) => openersOfItem(archive, item, openers));
  return [...new Map(found.map((person) => [person.id, person])).values()];
}

/** Who may open the unit of an item today; where access is personal, of its person alone. */
export function openersOfItem(
  archive: Archive,
  item: RequestDetail["items"][number],
  openers: Openers,
): readonly { id: string; name: string }[] {
  const all = openers[item.unitId] ?? [];
  return archive.itemPerPerson ? all.filter(({ id }) => id === item.personId) : all;
}

/** How the history names a field of the form; empty for one that the form no longer has. */
export function fieldNamer(
  sections: readonly Section[],
  own: Readonly<Record<string, string>>,
): (name: string) => string {
  const fields = sections.flatMap((section) => section.fields);
  return (name) => {
    const id = name.split("/").at(-1) ?? name;
    return own[id] ?? fields.find((field) => field.id === id)?.label ?? "";
  };
}

/** What was answered to a move's questions, with their labels; dates stand in the sentence. */
export function moveAnswers(
  lifecycle: Lifecycle,
  data: unknown,
): { label: string; text: string }[] {
  if (typeof data !== "object" || data === null) return [];
  const { move: moveId, answers, paper } = data as Record<string, unknown>;
  const move = lifecycle.moves.find(({ id }) => id === moveId);
  if (!move || typeof answers !== "object" || answers === null) return [];
  const said = move.asks.flatMap((ask) => {
    const text = (answers as Record<string, unknown>)[ask.id];
    if (ask.meaning === "on" || typeof text !== "string" || text.trim() === "") return [];
    return [{ label: ask.label, text }];
  });
  return move.paper !== undefined && typeof paper === "string"
    ? [...said, { label: move.paper, text: paper }]
    : said;
}

/** Names of the items by item key; none where there is only one, which needs no name. */
export function itemNames({ items }: RequestDetail): Record<string, string> {
  if (items.length < 2) return {};
  return Object.fromEntries(items.map((item) => [itemKey(item), itemWords(item, items)]));
}

/** What was said when the items came to their step: why they were sent back or refused. */
export function reasonFor(
  lifecycle: Lifecycle,
  history: readonly { action: string; data: unknown }[],
  stepId: string,
): { label: string; text: string } | null {
  for (const { action, data } of history) {
    if (action !== "request.moved" || typeof data !== "object" || data === null) continue;
    const { move: moveId } = data as { move?: unknown };
    const move = lifecycle.moves.find(({ id }) => id === moveId);
    if (move?.to !== stepId) continue;
    const asked = move.asks.filter(({ kind }) => kind === "comment").map(({ label }) => label);
    return moveAnswers(lifecycle, data).find(({ label }) => asked.includes(label)) ?? null;
  }
  return null;
}
