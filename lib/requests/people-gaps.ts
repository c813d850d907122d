import type { PersonFunction } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { AccessCell, ShownReason } from "../readiness/access-view";
import { isOpen } from "../readiness/verdict";

/** Somebody whom a request names, with what they lack for its data. */
export interface PersonGaps {
  id: string;
  name: string;
  isOwner: boolean;
  functions: readonly PersonFunction[];
  /** The last day on the team; null while none is known. */
  endsOn: Day | null;
  /**
   * `open`: may open all of it; `some`: part of it; `approval`: lacks nothing but what this request
   * asks for; `gaps`: lacks something; `none`: takes part without opening data.
   */
  state: "open" | "some" | "approval" | "gaps" | "none";
  /** What is lacking, with the units that it is lacking for; none are named where it is for all. */
  gaps: readonly { reason: ShownReason; units: readonly string[] }[];
}

/** Whose part in a request is not to open its data. */
const OFFICES: readonly PersonFunction[] = [
  "signing_official",
  "it_director",
  "legal_representative",
];

interface NamedRequest {
  number: number;
  owner: { id: string; name: string };
  people: readonly {
    function: PersonFunction;
    person: { id: string; name: string; endsOn: Day | null };
  }[];
}

/** Who of a request works with its data: whoever holds a function in it other than an office. */
export function whoWorksWithData(request: {
  people: readonly { function: PersonFunction; person: { id: string } }[];
}): string[] {
  const own = request.people.filter((entry) => !OFFICES.includes(entry.function));
  return [...new Set(own.map(({ person }) => person.id))];
}

/**
 * Everybody whom a request names, its owner first, with what each lacks by `cells`. That the
 * approval or its agreement is missing is told where nothing else is: this very request asks for it.
 */
export function peopleGaps(request: NamedRequest, cells: readonly AccessCell[]): PersonGaps[] {
  const { owner, people } = request;
  const byId = new Map<string, PersonGaps>();
  const isHere = (id: string) => people.some(({ person }) => person.id === id);
  if (!isHere(owner.id)) {
    byId.set(owner.id, { ...owner, ...NOBODYS, ...{ isOwner: true, endsOn: null } });
  }
  for (const { person, function: held } of people) {
    const known = byId.get(person.id);
    const functions = [...(known?.functions ?? []), held];
    const own = cells.filter((cell) => cell.person.id === person.id);
    byId.set(person.id, {
      ...{ ...person, functions, isOwner: person.id === owner.id },
      ...lackOf(request.number, own),
    });
  }
  return [...byId.values()].toSorted((a, b) => Number(b.isOwner) - Number(a.isOwner));
}

const NOBODYS = { functions: [], state: "none", gaps: [] } as const;

function lackOf(number: number, cells: readonly AccessCell[]): Pick<PersonGaps, "state" | "gaps"> {
  if (cells.length === 0) return { state: "none", gaps: [] };
  const open = cells.filter(isOpen).length;
  if (open === cells.length) return { state: "open", gaps: [] };
  const all = cells.flatMap((cell) =>
    cell.reasons
      .filter((reason) => !isThisRequest(reason, number))
      .map((reason) => ({ reason, unit: cell.unit.name })),
  );
  const groups = Map.groupBy(all, ({ reason }) => `${reason.what} ${reason.code}`);
  const shut = cells.length - open;
  const gaps = [...groups.values()].flatMap((same) => {
    const [first] = same;
    const units = [...new Set(same.map(({ unit }) => unit))];
    return first ? [{ reason: first.reason, units: units.length < shut ? units : [] }] : [];
  });
  if (gaps.length > 0) return { state: "gaps", gaps };
  return { state: open > 0 ? "some" : "approval", gaps };
}

function isThisRequest({ kind, place }: ShownReason, number: number): boolean {
  const isAskedHere = kind === "approval" || kind === "agreement";
  return isAskedHere && place.kind === "request" && place.number === number;
}
