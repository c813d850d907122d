import { ARCHIVES } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import { DEFAULT_LANGUAGE } from "../languages";
import { holdingOf, identityHolding } from "../people/claims";
import { typeById } from "../people/qualification-types";
import { schemeById } from "../people/schemes";
import type { Claim } from "../readiness/facts";
import { sayIn } from "../said/say-in";
import type { Member } from "../team/actor";
import type { Entry, EntryPlace, Span } from "../timeline/entry";
import { readIdentities, readQualifications } from "./access-rows";
import type { GroupEntries } from "./timeline-grants";
import { REST, type TimelineScope } from "./timeline-groups";
import type { Tx } from "./tx";

/** What one person, or the institution (null), holds of one type. */
interface Held {
  kind: "credential" | "account";
  type: string;
  personId: string | null;
  what: string;
  archive: string;
  claims: readonly Claim[];
}

const ARCHIVE_OF_TYPE = new Map(
  ARCHIVES.flatMap(({ code, qualifications }) => qualifications.map(({ id }) => [id, code])),
);
const ARCHIVE_OF_SCHEME = new Map(
  ARCHIVES.flatMap(({ code, identities }) => identities.map(({ id }) => [id, code])),
);

/** Trainings, credentials and accounts of each group, from the claims that verdicts rest on too. A data set has none of its own. */
export async function readHoldingEntries(
  tx: Tx,
  actor: Member,
  scope: TimelineScope,
  facts: { rules: ReadonlyMap<string, RuleValues>; names: ReadonlyMap<string, string> },
): Promise<Map<string, GroupEntries>> {
  const { kinds } = scope.view;
  if (scope.grouping === "data") return new Map();
  const people = scope.personId
    ? [scope.personId]
    : scope.grouping === "person"
      ? scope.keys
      : null;
  const within = { units: "ours", ...(people && { people }) } as const;
  const [qualifications, identities] = await Promise.all([
    kinds.includes("credential") ? readQualifications(tx, actor, within) : [],
    kinds.includes("account") ? readIdentities(tx, actor, within) : [],
  ]);
  const say = sayIn(actor.language ?? DEFAULT_LANGUAGE);
  const held = [...credentials(qualifications, facts.rules), ...accounts(identities)];
  const shown = held.flatMap((each) => {
    const entry = entryOf(each, scope, facts.names);
    return entry ? [{ key: keyOf(each, scope), entry: { ...entry, what: say(entry.what) } }] : [];
  });
  const groups = Map.groupBy(shown, ({ key }) => key);
  return new Map(
    [...groups].map(([key, all]) => [
      key,
      capped(
        all.map(({ entry }) => entry),
        scope,
      ),
    ]),
  );
}

function credentials(
  found: Awaited<ReturnType<typeof readQualifications>>,
  rules: ReadonlyMap<string, RuleValues>,
): Held[] {
  const groups = Map.groupBy(found, ({ personId, type }) => `${personId ?? ""} ${type}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    const type = first && typeById(first.type);
    if (!type) return [];
    const archive = ARCHIVE_OF_TYPE.get(type.id) ?? REST;
    const { claims } = holdingOf(type, rows, rules.get(archive) ?? {});
    const about = { kind: "credential", type: type.id, personId: first.personId } as const;
    return { ...about, what: type.name, archive, claims };
  });
}

function accounts(found: Awaited<ReturnType<typeof readIdentities>>): Held[] {
  const groups = Map.groupBy(found, ({ personId, scheme }) => `${personId} ${scheme}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { scheme, personId } = first;
    const archive = ARCHIVE_OF_SCHEME.get(scheme) ?? REST;
    const what = schemeById(scheme)?.name ?? scheme;
    const { claims } = identityHolding(rows);
    return { kind: "account", type: scheme, personId, what, archive, claims };
  });
}

function keyOf({ personId, archive }: Held, { grouping }: TimelineScope): string {
  return grouping === "archive" ? archive : (personId ?? REST);
}

function entryOf(
  held: Held,
  scope: TimelineScope,
  names: ReadonlyMap<string, string>,
): Entry | null {
  const { kind, type, personId, what, archive } = held;
  const { window, view } = scope;
  if (scope.personId && personId !== scope.personId) return null;
  if (view.archive && view.archive !== archive) return null;
  const spans = held.claims
    .map(spanOf)
    .filter(({ from, before }) => from <= window.before && (before ?? "9999") > window.from);
  if (spans.length === 0) return null;
  const place: EntryPlace = personId ? { kind: "person", id: personId } : { kind: "institution" };
  return {
    ...{ id: `${type} ${personId ?? REST}`, kind, what, spans, place },
    ...{ holder: personId && (names.get(personId) ?? null), request: null },
    ...{ isShared: false, due: null },
  };
}

function spanOf({ ref, from, before, end, waived }: Claim): Span {
  const id = `${ref.id} ${from}`;
  return { id, from, before, end, ...(waived && { isWaived: true }) };
}

/** The ones that end next, as many as a group shows. */
function capped(entries: readonly Entry[], { cap, today }: TimelineScope): GroupEntries {
  const endOf = ({ spans }: Entry) => spans.at(-1)?.before ?? "9999";
  const rank = (entry: Entry) => `${endOf(entry) <= today ? 1 : 0} ${endOf(entry)} ${entry.id}`;
  const inOrder = entries.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return { entries: inOrder.slice(0, cap), hidden: Math.max(inOrder.length - cap, 0) };
}
