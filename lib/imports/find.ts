import type { Archive } from "../archives/archive";
import type { AccessEntry, EntryPerson } from "../archives/status-import";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import { phrase } from "../said/phrase";
import type { OrNew, Question, RowChoice, Seen } from "./change";
import {
  firstWord,
  folded,
  type IndexedState,
  join,
  type KnownItem,
  type KnownRequest,
  type KnownUnit,
  stemOf,
} from "./state";

/** What was found, what must be asked first, or why the entry cannot be taken. */
export type Found<T> =
  | { ok: true; value: T }
  | { ok: false; ask: Question }
  | { ok: false; reason: string };

export type FoundUnit = {
  id: string | null;
  facts: Pick<KnownUnit, "code" | "accessClass" | "policy" | "consentCode" | "dac">;
  title: string;
  version: string | null;
};

/** Every row keeps its options, so that they must be few. */
const MOST_OPTIONS = 10;

/** The unit that an entry is about: by its code, or by title and version where that is one only. */
export function findUnit(
  archive: Archive,
  entry: AccessEntry,
  choice: RowChoice,
  state: IndexedState,
): Found<FoundUnit> {
  const chosen = choice.unitId ? state.unit.get(choice.unitId) : undefined;
  if (chosen && chosen.archive === archive.code) return known(chosen);
  const code = entry.unitCode;
  const exact = code && state.unitByCode.get(join(archive.code, code));
  if (exact) return known(exact);
  const version = entry.unitVersion ?? "";
  const label = entry.unitLabel ?? "";
  const titled = state.unitsByTitle.get(join(archive.code, version, folded(label))) ?? [];
  if (!code && titled.length === 1 && titled[0]) return known(titled[0]);
  const own = choice.ownUnit ? archive.imports.unitCode(choice.ownUnit) : null;
  if (own) {
    const there = state.unitByCode.get(join(archive.code, own));
    return there ? known(there) : { ok: true, value: ownUnit(archive, entry, own) };
  }
  if (!code && !label) return { ok: false, reason: `It names no ${archive.words.unit}.` };
  return { ok: false, ask: askUnit(archive, entry, titled, state) };
}

function known(unit: KnownUnit): Found<FoundUnit> {
  return {
    ok: true,
    value: { id: unit.id, facts: unit, title: unit.shortTitle, version: unit.version },
  };
}

function ownUnit(archive: Archive, entry: AccessEntry, code: string): FoundUnit {
  return {
    id: null,
    facts: { code, ...archive.imports.ownUnit, consentCode: entry.consentCode, dac: entry.dac },
    title: entry.unitLabel || code,
    version: entry.unitVersion,
  };
}

function askUnit(
  archive: Archive,
  entry: AccessEntry,
  titled: readonly KnownUnit[],
  state: IndexedState,
): Question {
  const name = entry.unitCode ?? [entry.unitLabel, entry.unitVersion].filter(Boolean).join(" ");
  const alike = titled.length > 0 ? titled : likeUnits(archive, entry, state);
  return {
    about: "unit",
    why: `The catalogue has no ${archive.words.unit} “${name}”. Choose the one that is meant, or enter it for your team alone.`,
    required: true,
    options: [
      ...(entry.unitCode
        ? [
            {
              value: `own:${entry.unitCode}`,
              label: phrase(`Enter ${entry.unitCode} for this team`),
            },
          ]
        : []),
      ...alike.slice(0, MOST_OPTIONS).map((unit) => ({
        value: unit.id,
        label: [unit.shortTitle, unit.code].join(" · "),
      })),
    ],
  };
}

/** Units whose code or title shares the beginning with what the entry says. */
function likeUnits(archive: Archive, entry: AccessEntry, state: IndexedState) {
  const key = entry.unitCode
    ? join(archive.code, "code", stemOf(entry.unitCode))
    : join(archive.code, "word", firstWord(entry.unitLabel ?? ""));
  return state.unitsLike.get(key) ?? [];
}

export type FoundPerson = OrNew<{ name: string; email: string | null }>;

/** Whom an entry is about; null where it names nobody and need not. */
export function findPerson(
  archive: Archive,
  named: EntryPerson | null,
  needed: boolean,
  choice: RowChoice,
  seen: Seen,
  state: IndexedState,
): Found<FoundPerson | null> {
  if (seen.personId && state.person.has(seen.personId)) {
    return { ok: true, value: { id: seen.personId } };
  }
  if (choice.person === "nobody" && !needed) return { ok: true, value: null };
  const holder = accountHolder(archive, named, state);
  if (holder) return { ok: true, value: { id: holder } };
  if (choice.person && state.person.has(choice.person))
    return { ok: true, value: { id: choice.person } };
  if (named === null) {
    return needed
      ? { ok: false, reason: "It does not say whose access this is." }
      : { ok: true, value: null };
  }
  const byEmail = named.email ? state.personByEmail.get(named.email.toLowerCase()) : undefined;
  if (byEmail) return { ok: true, value: { id: byEmail.id } };
  const alike = named.name ? (state.peopleByName.get(folded(named.name)) ?? []) : [];
  const [only] = alike;
  // A namesake with another address may be somebody else.
  if (only && alike.length === 1 && (named.email === null || only.email === null)) {
    return { ok: true, value: { id: only.id } };
  }
  if (choice.person === "new") {
    const name = named.name ?? named.email ?? named.account ?? "";
    return { ok: true, value: { id: null, make: { name, email: named.email } } };
  }
  return { ok: false, ask: askPerson(named, needed) };
}

/** Whose the account that an entry names is, here. */
export function accountHolder(
  archive: Archive,
  named: EntryPerson | null,
  state: IndexedState,
): string | null {
  const account = accountOf(archive, named);
  return account ? (state.holder.get(join(account.scheme, account.key)) ?? null) : null;
}

/** The account at the archive that an entry names, in the archive's own spelling. */
export function accountOf(archive: Archive, named: EntryPerson | null) {
  const [scheme] = archive.identities;
  const value = (named?.account ?? "").trim();
  if (!scheme || value === "" || !new RegExp(scheme.pattern, "u").test(value)) return null;
  const key = scheme.normalise(value);
  return key === null ? null : { scheme: scheme.id, value, key };
}

/** The people of the team are offered beside these options: they are the same for every row. */
function askPerson(named: EntryPerson, needed: boolean): Question {
  const who = named.name ?? named.email ?? named.account ?? "";
  return {
    about: "person",
    why: `Nobody of the team is known as “${who}”. Choose who is meant, or enter somebody new.`,
    required: true,
    options: [
      { value: "new", label: phrase(`Enter ${who} as a new person`) },
      ...(needed ? [] : [{ value: "nobody", label: phrase("Nobody of ours") }]),
    ],
  };
}

/** Where an item's request is over, it is not the one that a new statement is about. */
const OVER = new Set(["withdrawn", "rejected", "closed", "terminated"]);

export interface Place {
  request: KnownRequest | null;
  item: KnownItem | null;
}

/** The request and item that an entry is about; both null where they are new. */
export function findPlace(
  archive: Archive,
  entry: AccessEntry,
  about: { unit: FoundUnit; personId: string | null; lifecycle: string },
  choice: RowChoice,
  state: IndexedState,
): Found<Place> {
  const at = (request: KnownRequest): Found<Place> => ({
    ok: true,
    value: { request, item: itemIn(request, archive, about) ?? null },
  });
  const anew: Found<Place> = { ok: true, value: { request: null, item: null } };
  if (choice.request === "new") return anew;
  const chosen = choice.request ? state.request.get(choice.request) : undefined;
  if (chosen && chosen.archive === archive.code && chosen.lifecycle === about.lifecycle)
    return at(chosen);
  const numbered = entry.requestNumber
    ? (state.requestsByNumber.get(join(archive.code, entry.requestNumber)) ?? [])
    : [];
  if (numbered.length > 0) return oneOf(archive, numbered, about, at);
  const holding = (about.unit.id ? (state.requestsByUnit.get(about.unit.id) ?? []) : []).filter(
    (request) =>
      request.archive === archive.code &&
      itemIn(request, archive, about) !== undefined &&
      // A request that has a number of its own is another one.
      (entry.requestNumber === null || request.archiveNumber === null),
  );
  if (holding.length > 0) return oneOf(archive, holding, about, at);
  if (!archive.itemPerPerson) return anew;
  const sharing = (state.requestsOf.get(archive.code) ?? []).filter((request) =>
    mayJoin(archive, request, about, state),
  );
  return sharing.length > 0 ? oneOf(archive, sharing, about, at) : anew;
}

function itemIn(
  request: KnownRequest,
  archive: Archive,
  { unit, personId }: { unit: FoundUnit; personId: string | null },
): KnownItem | undefined {
  return request.items.find(
    (item) => item.unitId === unit.id && (!archive.itemPerPerson || item.personId === personId),
  );
}

function mayJoin(
  archive: Archive,
  request: KnownRequest,
  about: { unit: FoundUnit; lifecycle: string },
  state: IndexedState,
): boolean {
  if (request.lifecycle !== about.lifecycle || isOver(archive, request)) return false;
  const units = request.items.flatMap(({ unitId }) => state.unit.get(unitId) ?? []);
  return units.length > 0 && units.every((unit) => archive.sharesRequest(unit, about.unit.facts));
}

function isOver(archive: Archive, request: KnownRequest): boolean {
  const lifecycle = findLifecycle(archive, request.lifecycle);
  return request.items.every((item) => OVER.has(stepOf(lifecycle, item.step).status));
}

/** The one that has the approval, else the one that is not over; when that leaves several, it is asked. */
function oneOf(
  archive: Archive,
  requests: readonly KnownRequest[],
  about: { unit: FoundUnit; personId: string | null },
  at: (request: KnownRequest) => Found<Place>,
): Found<Place> {
  const granted = requests.filter((request) => itemIn(request, archive, about)?.grant);
  const open = requests.filter((request) => !isOver(archive, request));
  const left = [granted, open, requests].find((list) => list.length > 0) ?? [];
  const [only] = left;
  if (only && left.length === 1) return at(only);
  return {
    ok: false,
    ask: {
      about: "request",
      why: "Several requests may be meant; choose one.",
      required: true,
      options: [
        ...left.slice(0, MOST_OPTIONS).map((request) => ({
          value: request.id,
          label: `GB-${request.number} · ${request.title}`,
        })),
        { value: "new", label: phrase(`A new ${archive.words.request}`) },
      ],
    },
  };
}
