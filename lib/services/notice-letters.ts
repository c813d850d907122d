import { invitationLetter } from "../email/templates/invitation";
import { signInLetter } from "../email/templates/sign-in";
import { bookWords } from "../email/words";
import { env } from "../env";
import { type Language, languageOf } from "../languages";
import { log } from "../log";
import type { Job, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import type { ClaimedNotice } from "./notice-claims";
import { broken, selfOf, type Written } from "./notice-content";
import { writeReminders } from "./reminder-letters";
import { mintSignInToken } from "./sign-in";
import { asJob, inTeam } from "./transaction";

/** Few, so that connections to the database are left for marking what is sent. */
const READS_AT_ONCE = 3;

type TeamNotice = ClaimedNotice & { teamId: string };
type OfOne = ClaimedNotice & { subjectId: string };

/**
 * Writes the letters of claimed mails from the facts as they are now: what has been settled since,
 * and who has left, gets no mail. One that cannot be written keeps no other from it.
 */
export async function writeLetters(
  job: Job,
  notices: readonly ClaimedNotice[],
): Promise<{ notice: ClaimedNotice; written: Written }[]> {
  authorise(job, "notices.deliver");
  const ofTeams = Map.groupBy(notices.filter(isReminder), ({ teamId }) => teamId);
  const others = notices.filter((notice) => !isReminder(notice));
  const work = [
    ...others.map((notice) => () => writeOther(job, notice)),
    ...Array.from(
      ofTeams,
      ([teamId, own]) =>
        () =>
          writeForTeam({ ...job, teamId }, own),
    ),
  ].values();
  const lane = async () => {
    const entries: Entry[] = [];
    for (const write of work) entries.push(...(await write()));
    return entries;
  };
  const batches = await Promise.all(Array.from({ length: READS_AT_ONCE }, lane));
  const written = new Map(batches.flat());
  return notices.map((notice) => ({ notice, written: written.get(notice.id) ?? broken(notice) }));
}

type Entry = readonly [id: string, written: Written];

function isReminder(notice: ClaimedNotice): notice is TeamNotice {
  return notice.teamId !== null && (notice.kind === "reminder" || notice.kind === "digest");
}

/** All letters of a team from one reading; where that fails, each by itself, so that one alone fails. */
async function writeForTeam(
  actor: Job & { teamId: string },
  notices: readonly TeamNotice[],
): Promise<Entry[]> {
  try {
    return await inTeam(actor, (tx) => writeReminders(tx, actor, notices));
  } catch (err) {
    const [one] = notices;
    log().error({ err, ...(notices.length === 1 && { notice: one?.id }) }, "letters not written");
    if (notices.length === 1 && one) return [[one.id, broken(one)]];
    const entries: Entry[] = [];
    for (const notice of notices) entries.push(...(await writeForTeam(actor, [notice])));
    return entries;
  }
}

async function writeOther(job: Job, notice: ClaimedNotice): Promise<Entry[]> {
  try {
    return [[notice.id, await writeAlone(job, notice)]];
  } catch (err) {
    log().error({ err, notice: notice.id }, "a letter was not written");
    return [[notice.id, broken(notice)]];
  }
}

async function writeAlone(job: Job, notice: ClaimedNotice): Promise<Written> {
  const { kind, teamId, subjectId } = notice;
  if (kind === "invitation" && teamId && subjectId) {
    return writeInvitation({ ...job, teamId }, { ...notice, subjectId });
  }
  if (kind === "sign_in" && subjectId) {
    const link = await asJob(job, (tx) => mintSignInToken(tx, job, subjectId));
    const parts = { told: [], dropped: [] };
    if (!link) return { ...parts, cancel: bookWords("cancelled.link_over") };
    return { ...parts, letter: signInLetter(link), to: addressOf(notice) };
  }
  throw new Error(`Nobody knows how to write a ${kind}`);
}

function addressOf(notice: ClaimedNotice) {
  return { name: notice.toName, address: notice.toAddress };
}

async function writeInvitation(actor: TeamActor & Job, notice: OfOne): Promise<Written> {
  const { teamId, now } = actor;
  const invitation = await inTeam(actor, (tx) =>
    tx.invitation.findFirst({
      where: { teamId, id: notice.subjectId, acceptedAt: null, revokedAt: null },
      include: { team: { select: { name: true } } },
    }),
  );
  const parts = { told: [selfOf(notice)], dropped: [] };
  if (!invitation || invitation.expiresAt <= now) {
    return { ...parts, cancel: bookWords("cancelled.invitation_over") };
  }
  const { invitedBy, role, expiresAt, team } = invitation;
  const to = addressOf(notice);
  const language = await languageOfInvited(actor, to.address);
  const url = `${env().APP_URL}/welcome`;
  const facts = { language, invitedBy, role, expiresAt, team: team.name, url };
  return { ...parts, letter: invitationLetter({ ...facts, toAddress: to.address }), to };
}

/** Of the account that has this address; else of the person whom the team knows by it. */
async function languageOfInvited(actor: TeamActor & Job, email: string): Promise<Language> {
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const select = { language: true };
    // Whoever has an account has chosen; of others the team said it, or nobody did.
    const user = await tx.user.findUnique({ where: { email }, select });
    const known = user ?? (await tx.person.findFirst({ where: { teamId, email }, select }));
    return languageOf(known?.language);
  });
}
