import { setImmediate } from "node:timers/promises";
import { dutyEvent } from "../calendar/duty-event";
import { type Day, dayFromColumn, dayOf, daysBetween } from "../dates/day";
import type { Letter } from "../email/letter";
import type { Escalated, Readers } from "../email/templates/closing";
import { digestLetter } from "../email/templates/digest";
import { unsubscribeUrl } from "../email/unsubscribe-link";
import { bookWords } from "../email/words";
import { env } from "../env";
import { DEFAULT_LANGUAGE, type Language } from "../languages";
import { log } from "../log";
import { type Clock, clockAt } from "../reminders/clock";
import { escalationOf } from "../reminders/escalation";
import { isQuiet } from "../reminders/plan";
import { ringingDays } from "../reminders/reached";
import { type Recipient, recipientsOf } from "../reminders/recipients";
import type { Job, TeamActor } from "../team/actor";
import { letterOfDuty } from "./duty-letter";
import type { ClaimedNotice } from "./notice-claims";
import { broken, selfOf, type Told, type Written } from "./notice-content";
import { type KnownDuty, type LetterFacts, readLetterFacts } from "./reminder-letter-facts";
import type { Tx } from "./transaction";

/**
 * Writes reminders and digests of one team, by notice. What need not be told any more is cancelled;
 * a digest that is left with one reminder reads as that one alone would.
 * @param language all of them in this one, for a look at them, and not each in its reader's
 */
export async function writeReminders(
  tx: Tx,
  actor: TeamActor & Job,
  notices: readonly ClaimedNotice[],
  language?: Language,
): Promise<(readonly [string, Written])[]> {
  const facts = await readLetterFacts(tx, actor, notices);
  const entries: (readonly [string, Written])[] = [];
  for (const notice of notices) {
    // One after another, so that mail on the wire goes on while these are written.
    await setImmediate();
    const reader = readerOf(notice, facts, actor.now);
    const written = writtenOr(notice, facts, { ...reader, ...(language && { language }) });
    entries.push([notice.id, written]);
  }
  return entries;
}

/** One that cannot be written must not keep the others of its team from it. */
function writtenOr(notice: ClaimedNotice, facts: LetterFacts, reader: Reader): Written {
  try {
    return notice.kind === "digest"
      ? writeDigest(facts, reader, notice)
      : writeAlone(facts, reader, selfOf(notice));
  } catch (err) {
    log().error({ err, notice: notice.id }, "a letter was not written");
    return broken(notice);
  }
}

/** Who reads a mail, and the day that its text counts from. */
interface Reader {
  personId: string | null;
  clock: Clock;
  today: Day;
  timeZone: string;
  language: Language;
}

/**
 * A text counts from the day of sending on its reader's calendar, so that one that waited tells the
 * true number of days; but where it was planned as of another day than its own, from that day.
 */
function readerOf(notice: ClaimedNotice, { zones, languages }: LetterFacts, now: Date): Reader {
  const { personId, plannedOn, createdAt } = notice;
  const timeZone = zones.get(personId ?? "") ?? "UTC";
  const planned = plannedOn && dayFromColumn(plannedOn);
  const on = planned && planned !== dayOf(createdAt, timeZone) ? planned : undefined;
  const clock = clockAt(now, on);
  const language = languages.get(personId ?? "") ?? DEFAULT_LANGUAGE;
  return { personId, clock, timeZone, language, today: clock.today(timeZone) };
}

/** A reminder that is due still, with the request that its history belongs to. */
type Due = { told: Told; to: Recipient; letter: Letter; dueOn: Day };
type Judged = Due | { told: Told; reason: string };

function writeAlone(facts: LetterFacts, reader: Reader, self: Told): Written {
  const due = judge(facts, reader, self);
  if ("reason" in due) return { cancel: due.reason, told: [due.told], dropped: [] };
  return { letter: due.letter, to: due.to, told: [due.told], dropped: [] };
}

function writeDigest(facts: LetterFacts, reader: Reader, notice: ClaimedNotice): Written {
  const gathered = facts.gathered.get(notice.id) ?? [];
  const judged = gathered.flatMap((told) => judgedOrNot(facts, reader, told));
  const due = judged.filter((one): one is Due => "letter" in one);
  const dropped = judged.flatMap((one) =>
    "reason" in one ? { ...one.told, reason: one.reason } : [],
  );
  const [first] = due;
  if (!first) return { cancel: bookWords("cancelled.empty"), told: [], dropped };
  const { team } = facts;
  const letter = digestLetter({
    ...{ language: reader.language, today: reader.today },
    ...{ name: first.to.name, team: team.name, entries: due },
    url: `${homeOf(facts)}/duties`,
    unsubscribeUrl: unsubscribeUrl({ teamId: team.id, personId: first.to.personId }),
  });
  return { letter, to: first.to, told: due.map(({ told }) => told), dropped };
}

/** One that cannot be written is left out of its digest, and goes alone once that is settled. */
function judgedOrNot(facts: LetterFacts, reader: Reader, told: Told): Judged[] {
  try {
    return [judge(facts, reader, told)];
  } catch (err) {
    log().error({ err, notice: told.id }, "a reminder was left out of its digest");
    return [];
  }
}

/** What of a reminder is true now: its letter, or why it need not go. */
function judge(facts: LetterFacts, reader: Reader, self: Told): Judged {
  const duty = facts.duties.get(self.obligationId ?? "");
  if (!duty) throw new Error("A reminder of no duty");
  const told = { ...self, requestId: duty.facts.requestId };
  const dropped = (why: Parameters<typeof bookWords>[0]) => ({ told, reason: bookWords(why) });
  const silence = isQuiet(duty.facts);
  if (silence) return dropped(`cancelled.${silence}`);
  if (facts.replaced.has(self.id)) return dropped("cancelled.replaced");
  const rest = duty.facts.rests.get(reader.personId ?? "");
  if (rest && reader.today < rest) return dropped("cancelled.resting");
  const { recipients } = recipientsOf(duty.facts, reader.clock);
  const to = recipients.find(({ personId }) => personId === reader.personId);
  if (!to) return dropped("cancelled.not_concerned");
  const others = recipients.filter((other) => other !== to);
  const escalated = escalatedFor(duty, to, reader.today);
  const { language } = reader;
  const readers = { reasons: to.reasons, others, team: facts.team.name, escalated, language };
  const letter = letterOf(facts, duty, readers, reader);
  const dates = datesOf(facts, duty, reader);
  return { told, to, letter: { ...letter, ...dates }, dueOn: duty.facts.dueOn };
}

/** Why it goes to somebody too whom it would not concern otherwise. */
function escalatedFor(
  { facts: { escalation, returned } }: KnownDuty,
  { personId, reasons }: Recipient,
  today: Day,
): Escalated | null {
  const cause = escalationOf(escalation, today);
  const isOther = reasons.every((reason) => reason === "stand_in" || reason === "second_contact");
  if (!cause || !isOther) return null;
  const { firstSentOn, afterDays } = escalation;
  const days = firstSentOn ? daysBetween(firstSentOn, today) : afterDays;
  const others = returned.filter((one) => one.personId !== personId);
  const names = [...new Set(others.map(({ name }) => name))];
  return cause === "bounced" && names.length === 0 ? null : { cause, days, names };
}

function homeOf({ team }: LetterFacts): string {
  return `${env().APP_URL}/t/${team.slug}`;
}

/** The letter of a reminder alone. */
function letterOf(
  facts: LetterFacts,
  duty: KnownDuty,
  readers: Readers,
  { today, timeZone }: Reader,
): Letter {
  const url = `${homeOf(facts)}/duties/${duty.row.id}`;
  const { grant } = duty.row;
  const openTo = grant ? facts.openTo(grant.unit.id, today) : [];
  return letterOfDuty(duty.row, { ...readers, today, timeZone, url, openTo });
}

/** The day for the calendar of whoever can still keep it, ringing when they are reminded. */
function datesOf(facts: LetterFacts, duty: KnownDuty, { personId, today, language }: Reader) {
  const shown = facts.events.get(duty.row.id);
  if (!shown || shown.dueOn < today) return {};
  const alarms = ringingDays(duty.facts, personId ?? "", facts);
  return { dates: [dutyEvent({ ...shown, alarms }, language)] };
}
