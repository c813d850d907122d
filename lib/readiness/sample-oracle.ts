import { addDays, type Day, day as dayOf } from "../dates/day";
import type { AccessUnitFacts, Holding, Naming, PersonFacts, TeamFacts, Track } from "./facts";
import { type Found, look, type Story } from "./sample-oracle-look";
import type { AccessStatus } from "./verdict";

/**
 * For tests: the verdict once more, written from the archives' own tables and not from the gates,
 * with plain loops. It asks every day that anything mentions instead of reckoning with intervals.
 */
export interface Answer {
  status: AccessStatus;
  until: Day | null;
  /** `gate: code`, sorted. */
  reasons: string[];
}

export interface Question {
  team: TeamFacts;
  person: PersonFacts;
  unit: AccessUnitFacts;
  track: Track | null;
  day: Day;
}

/** What shuts one way on one day: code and story by gate. */
type Shuts = Map<string, { code: string; story: Story }>;

const plain = (code: string) => ({ code, story: "none" as const });

export function ask(team: TeamFacts, person: PersonFacts, unit: AccessUnitFacts, day: Day): Answer {
  const all = team.tracks.get(unit.id) ?? [];
  const mine = [
    ...all.filter((track) => track.personId === null),
    ...all.filter((track) => track.personId === person.id),
  ];
  const tracks: (Track | null)[] = mine.length > 0 ? mine : [null];
  const days = daysIn(team);
  const open = tracks.filter((track) => isOpen({ team, person, unit, track, day }));
  const lastOf = (some: (Track | null)[]): Day | null => {
    for (const next of days) {
      if (next <= day) continue;
      if (!some.some((track) => isOpen({ team, person, unit, track, day: next }))) {
        return addDays(next, -1);
      }
    }
    return null;
  };
  if (open.length > 0) {
    const until = lastOf(tracks);
    let best = open[0] ?? null;
    const end = (track: Track | null) => lastOf([track]) ?? "9999";
    for (const track of open) {
      const q = { team, person, unit, track, day };
      const isLater = end(track) > end(best);
      const isSurer = end(track) === end(best) && isSure(q) && !isSure({ ...q, track: best });
      if (isLater || isSurer) best = track;
    }
    const isEnding = until !== null && until <= addDays(day, 30);
    const sure = isSure({ team, person, unit, track: best, day });
    return {
      status: sure ? (isEnding ? "ready_ending" : "ready") : "not_confirmed",
      until,
      reasons: [],
    };
  }
  const answers = tracks.map((track) => shutAnswer({ team, person, unit, track, day }));
  const order = ["blocked", "lapsed", "revoked", "closed", "never"];
  answers.sort(
    (a, b) =>
      a.reasons.length - b.reasons.length || order.indexOf(a.status) - order.indexOf(b.status),
  );
  if (!answers[0]) throw new Error("no way was asked");
  return answers[0];
}

const known = new WeakMap<TeamFacts, Day[]>();

/** Every day on which anything could change. */
function daysIn(team: TeamFacts): Day[] {
  const days = known.get(team) ?? readDays(team);
  known.set(team, days);
  return days;
}

function readDays(team: TeamFacts): Day[] {
  const text = JSON.stringify(team, (_, value) => (value instanceof Map ? [...value] : value));
  const mentioned = (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(dayOf);
  const days = new Set([...mentioned, dayOf("2025-01-25"), dayOf("2025-04-04")]);
  for (const each of mentioned) days.add(addDays(each, 1));
  return [...days].sort();
}

function isOpen(q: Question): boolean {
  return shuts(q).size === 0;
}

function isSure(q: Question): boolean {
  if (isOpenData(q.unit)) return true;
  const running = look(q.track?.approval, q).running;
  return running.some(({ confirmed }) => !confirmed || q.day <= confirmed.until);
}

function isOpenData({ archive, policy, accessClass }: AccessUnitFacts): boolean {
  if (archive === "physionet" && policy !== null) return policy === "open";
  return accessClass === "open";
}

function shuts(q: Question): Shuts {
  const found: Shuts = new Map();
  if (q.unit.archive === "physionet") physionet(q, found);
  else if (isOpenData(q.unit)) return found;
  else if (q.unit.archive === "dbgap") dbgap(q, found);
  else ega(q, found);
  return found;
}

function need(found: Shuts, gate: string, { running, code, story }: Found): void {
  if (running.length === 0) found.set(gate, { code, story });
}

function account(holding: Holding | undefined, q: Question): Found {
  const found = look(holding, q);
  const isWritten = ["in_review", "incomplete", "rejected"].includes(found.code);
  return isWritten ? { ...found, code: "unverified" } : found;
}

function physionet(q: Question, found: Shuts): void {
  const { unit, person, day, track } = q;
  if (unit.deprecatedOn && day >= unit.deprecatedOn) found.set("files", plain("deprecated"));
  else if (unit.embargoUntil && day <= unit.embargoUntil) found.set("files", plain("embargoed"));
  if (isOpenData(unit)) return;
  need(found, "account", account(person.identities.get("physionet"), q));
  const kind = policyOf(unit);
  if (kind !== "restricted") {
    need(found, "credentialing", look(person.qualifications.get("physionet_credential"), q));
    for (const type of ["citi_data_only", ...unit.trainings]) {
      need(found, `training.${type}`, look(person.qualifications.get(type), q));
    }
  }
  const approval = look(track?.approval, q);
  if (kind === "contributor_review") need(found, "request", approval);
  else if (approval.code === "missing" && signedAnother(q)) {
    need(found, "signature", { ...approval, code: "other_version" });
  } else need(found, "signature", approval);
}

function policyOf({ policy, accessClass }: AccessUnitFacts): string {
  if (policy !== null) return policy;
  if (accessClass === "controlled") return "contributor_review";
  return accessClass === "click_through_dua" ? "restricted" : "credentialed";
}

function signedAnother({ team, unit, person }: Question): boolean {
  for (const other of team.units) {
    if (other.archive !== "physionet" || other.code === unit.code) continue;
    if (isOpenData(other) || policyOf(other) === "contributor_review") continue;
    if (other.code.split("/")[0] !== unit.code.split("/")[0]) continue;
    for (const { personId, approval } of team.tracks.get(other.id) ?? []) {
      if (personId === person.id && approval.claims.length > 0) return true;
    }
  }
  return false;
}

function namings({ track, person }: Question): readonly Naming[] {
  return track?.people.get(person.id) ?? [];
}

function isNamed(q: Question, ...functions: string[]): boolean {
  return namings(q).some(
    (naming) =>
      functions.includes(naming.function) &&
      !(naming.from && q.day < naming.from) &&
      !(naming.before && q.day >= naming.before),
  );
}

function nameShut(q: Question, functions: string[], found: Shuts): void {
  if (isNamed(q, ...functions)) return;
  const isComing = namings(q).some(
    ({ function: as, from, before }) =>
      functions.includes(as) && from && q.day < from && !(before && before <= from),
  );
  found.set("named", plain(isComing ? "not_yet" : "not_named"));
}

function memberShut({ person, day }: Question, found: Shuts): void {
  if (day < person.from) found.set("member", plain("not_joined"));
  else if (person.before && day >= person.before) found.set("member", plain("left"));
}

function dbgap(q: Question, found: Shuts): void {
  const { day, person, team, track, unit } = q;
  const rules = team.rules.get("dbgap") ?? {};
  const approval = look(track?.approval, q);
  need(found, "approval", approval);
  const functions = ["pi", "internal_collaborator", "external_collaborator", "downloader"];
  nameShut(q, rules.superviseesCovered === false ? functions : [...functions, "supervised"], found);
  if (!found.has("named")) leadShut(q, found);
  memberShut(q, found);
  if (isNamed(q, "pi", "downloader")) {
    need(found, "account", account(person.identities.get("era_commons"), q));
    const from = rules.identityProofFrom;
    if (typeof from === "string" && day >= from) {
      need(found, "identity_proof", look(person.qualifications.get("identity_proof"), q));
    }
  }
  if (isNamed(q, "external_collaborator")) {
    need(found, "own_approval", look(person.qualifications.get("dbgap_own_approval"), q));
  }
  const agreed = approval.running.map((each) => each.agreedOn ?? each.from);
  const oldest = agreed.sort()[0] ?? day;
  if (oldest >= "2025-01-25")
    need(found, "attestation", look(team.institution.get("sp800_171"), q));
  if (day >= "2025-04-04" && person.country === "CN") found.set("country", plain("barred_country"));
  if (["GRU-IRB", "hmb-irb-mds"].includes(unit.consentCode ?? "")) {
    need(found, "ethics", look(team.institution.get("ethics_approval"), q));
  }
}

function leadShut({ track, day }: Question, found: Shuts): void {
  const lead = track?.lead;
  if (!lead) found.set("named", plain("missing"));
  else if (day < lead.from) found.set("named", plain("not_yet"));
  else if (lead.before && day >= lead.before) found.set("named", plain("lead_left"));
}

function ega(q: Question, found: Shuts): void {
  need(found, "permission", look(q.track?.approval, q));
  need(found, "agreement", look(q.track?.agreement, q));
  nameShut(q, ["applicant", "authorised_personnel"], found);
  memberShut(q, found);
  need(found, "account", account(q.person.identities.get("ega"), q));
}

function shutAnswer(q: Question): Answer {
  const found = shuts(q);
  const reasons = [...found].map(([gate, { code }]) => `${gate}: ${code}`).sort();
  return { status: word(q, found), until: null, reasons };
}

function word(q: Question, found: Shuts): AccessStatus {
  const { track, unit } = q;
  if (found.get("files")?.code === "deprecated") return "closed";
  if (isOpenData(unit)) return "blocked";
  const { running, story } = look(track?.approval, q);
  const agreement = found.get("agreement")?.story ?? "none";
  const stories = [agreement, running.length > 0 ? "none" : story];
  const isHeld = running.length > 0;
  if (isHeld || story !== "none") {
    for (const each of ["revoked", "closed", "lapsed"] as const) {
      if (stories.includes(each)) return each;
    }
    return [...found.values()].some((shut) => shut.story === "revoked") ? "revoked" : "blocked";
  }
  if (found.get("files")?.code === "embargoed") return "blocked";
  if (unit.archive !== "physionet" || policyOf(unit) === "contributor_review") return "never";
  const own = ["account", ...(policyOf(unit) === "restricted" ? [] : ["credentialing"])];
  if (policyOf(unit) !== "restricted") {
    own.push(...["citi_data_only", ...unit.trainings].map((type) => `training.${type}`));
  }
  return own.every((gate) => found.get(gate)?.code === "missing") ? "never" : "blocked";
}
