import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import type { Letter } from "../email/letter";
import type { Readers } from "../email/templates/closing";
import { dutyLetter } from "../email/templates/duty";
import { invitationLetter } from "../email/templates/invitation";
import { reminderLetter } from "../email/templates/reminder";
import { signInLetter } from "../email/templates/sign-in";
import { words } from "../email/words";
import { env } from "../env";
import { clockAt } from "../reminders/clock";
import { isQuiet } from "../reminders/plan";
import { recipientsOf } from "../reminders/recipients";
import type { Job, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { namesOfOpen } from "./access-verdicts";
import { type DescribedDuty, DUTY_COLUMNS, type DutyRow, dutyFacts } from "./duty-facts";
import { reminderContext } from "./reminder-context";
import { mintSignInToken } from "./sign-in";
import { asJob, inTeam, type Tx } from "./transaction";

/** A claimed row of the outbox. */
export interface ClaimedNotice {
  id: string;
  kind: string;
  teamId: string | null;
  obligationId: string | null;
  personId: string | null;
  subjectId: string | null;
  dueOn: Date | null;
  milestone: number | null;
  plannedOn: Date | null;
  toAddress: string;
  toName: string;
  attempts: number;
  messageId: string;
  createdAt: Date;
}

/** What to send to whom, or a sentence on why the message is not due any more. */
export type Written =
  | { letter: Letter; to: { name: string; address: string }; requestId?: string }
  | { cancel: string; requestId?: string };

/**
 * Writes the letter of a notice from the facts as they are now: what has been settled since, and
 * who has left, gets no mail.
 */
export async function writeLetter(job: Job, notice: ClaimedNotice): Promise<Written> {
  authorise(job, "notices.deliver");
  const { kind, teamId, obligationId, subjectId } = notice;
  if (kind === "reminder" && teamId && obligationId) {
    return inTeam({ ...job, teamId }, (tx) =>
      writeReminder(tx, { ...job, teamId }, { ...notice, obligationId }),
    );
  }
  if (kind === "invitation" && teamId && subjectId) {
    const actor = { ...job, teamId };
    return inTeam(actor, (tx) => writeInvitation(tx, actor, { ...notice, subjectId }));
  }
  if (kind === "sign_in" && subjectId) {
    const link = await asJob(job, (tx) => mintSignInToken(tx, job, subjectId));
    if (!link) return { cancel: words("cancelled.link_over") };
    return { letter: signInLetter(link), to: addressOf(notice) };
  }
  throw new Error(`Nobody knows how to write a ${kind}`);
}

function addressOf(notice: ClaimedNotice) {
  return { name: notice.toName, address: notice.toAddress };
}

async function writeReminder(
  tx: Tx,
  actor: TeamActor & Job,
  notice: ClaimedNotice & { obligationId: string },
): Promise<Written> {
  const { teamId } = actor;
  const row = await tx.obligation.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: notice.obligationId } },
    select: DUTY_COLUMNS,
  });
  const requestId = row.requestId ?? undefined;
  const today = countsFrom(notice, actor.now);
  const duty = dutyFacts(row, await reminderContext(tx, teamId));
  const silence = isQuiet(duty);
  const cancelled = (cancel: string) => ({ cancel, ...(requestId && { requestId }) });
  if (silence) return cancelled(words(`cancelled.${silence}`));
  if (await isReplaced(tx, actor, notice)) return cancelled(words("cancelled.replaced"));
  const { recipients } = recipientsOf(duty, clockAt(actor.now, today));
  const me = recipients.find(({ personId }) => personId === notice.personId);
  if (!me) return cancelled(words("cancelled.not_concerned"));
  const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
  const others = recipients.filter((other) => other !== me);
  const openTo = row.grant ? await namesOfOpen(tx, actor, row.grant.unit.id, today) : [];
  const letter = letterOf(row, duty, team.slug, {
    openTo,
    ...{ dueOn: duty.dueOn, rule: duty.rule, today, reasons: me.reasons, others, team: team.name },
  });
  return { letter, to: me, ...(requestId && { requestId }) };
}

type Told = Readers & { dueOn: Day; today: Day; rule: string; openTo: readonly string[] };

function letterOf(row: DutyRow, duty: DescribedDuty, slug: string, told: Told): Letter {
  const { request, grant, person } = row;
  const { number, dataset } = duty;
  const home = `${env().APP_URL}/t/${slug}`;
  const archive = request && archiveByCode(request.archive);
  if (request && !archive) throw new Error(`There is no archive ${request.archive}`);
  if (grant && request && archive && number) {
    return reminderLetter({
      ...{ ...told, number, dataset, requestTitle: request.title, archive: archive.name },
      ...{ datasetTitle: grant.unit.dataset.title, holder: grant.person?.name ?? null },
      duty: archive.terms(request.lifecycle).endDuty,
      url: `${home}/requests/${number}`,
    });
  }
  const about = request && archive && number ? { number, title: request.title } : null;
  return dutyLetter({
    ...{ ...told, what: row.what, source: row.source, person: person?.name ?? null },
    request: about && { ...about, archive: archive?.name ?? "" },
    place: about?.number ?? person?.name ?? row.owner.name,
    url: about ? `${home}/requests/${about.number}` : `${home}/people/${(person ?? row.owner).id}`,
  });
}

/**
 * The day that a reminder's text counts from: the day of sending, so that one that waited tells the
 * true number of days; but where it was planned as of another day than its own, that day.
 */
function countsFrom(notice: { plannedOn: Date | null; createdAt: Date }, now: Date): Day {
  const planned = notice.plannedOn && dayFromColumn(notice.plannedOn);
  return planned && planned !== dayOf(notice.createdAt, "UTC") ? planned : dayOf(now, "UTC");
}

/** Of several reminders of one end that waited, only the nearest goes. */
async function isReplaced(tx: Tx, actor: TeamActor, notice: ClaimedNotice): Promise<boolean> {
  const { obligationId, personId, dueOn, milestone, createdAt } = notice;
  const nearer = await tx.notice.count({
    where: {
      ...{ teamId: actor.teamId, obligationId, personId, dueOn },
      ...{ milestone: { lt: milestone ?? 0 }, createdAt: { gt: createdAt } },
    },
  });
  return nearer > 0;
}

async function writeInvitation(
  tx: Tx,
  actor: TeamActor & Job,
  notice: ClaimedNotice & { subjectId: string },
): Promise<Written> {
  const { teamId, now } = actor;
  const invitation = await tx.invitation.findFirst({
    where: { teamId, id: notice.subjectId, acceptedAt: null, revokedAt: null },
    include: { team: { select: { name: true } } },
  });
  if (!invitation || invitation.expiresAt <= now) {
    return { cancel: words("cancelled.invitation_over") };
  }
  const { invitedBy, role, expiresAt, team } = invitation;
  const to = addressOf(notice);
  const url = `${env().APP_URL}/welcome`;
  const facts = { invitedBy, role, expiresAt, team: team.name, url, toAddress: to.address };
  return { letter: invitationLetter(facts), to };
}
