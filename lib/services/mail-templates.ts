import { randomUUID } from "node:crypto";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import type { Letter } from "../email/letter";
import { inScheme } from "../email/look";
import { type RenderedMail, renderLetter } from "../email/render";
import { digestLetter } from "../email/templates/digest";
import { exampleLetter } from "../email/templates/examples";
import { invitationLetter } from "../email/templates/invitation";
import { env } from "../env";
import type { Language } from "../languages";
import { clockAt } from "../reminders/clock";
import type { Template } from "../reminders/mail-templates";
import { URGENT_DAYS } from "../reminders/plan";
import { recipientsOf } from "../reminders/recipients";
import type { Job, Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { DUTY_COLUMNS, dutyFacts } from "./duty-facts";
import type { ClaimedNotice } from "./notice-claims";
import { reminderContext } from "./reminder-context";
import { writeReminders } from "./reminder-letters";
import { inTeam, type Tx } from "./transaction";

/** One of the mails that Gatebook writes, as it would go out today. */
export interface TemplatePreview extends Omit<RenderedMail, "html"> {
  /** As mail programs of each scheme show it. */
  html: { light: string; dark: string };
  /** True where the team has nothing yet that such a mail could be about. */
  isExample: boolean;
}

/** How many of the nearest duties are looked at for one that a mail would be about. */
const NEAREST = 50;
const IN_DIGEST = 8;

/**
 * A mail with the team's own nearest dates, written by what writes the real ones; with invented data
 * where it has none. Nothing is sent, and its links neither sign in nor end anybody's mail.
 */
export async function previewTemplate(
  actor: Member,
  template: Template,
  language: Language,
): Promise<TemplatePreview> {
  authorise(actor, "mail.preview");
  const letter = await inTeam(actor, (tx) => realLetter(tx, actor, template, language));
  if (letter) return shown(letter, { isExample: false });
  const team = await inTeam(actor, (tx) => readTeam(tx, actor));
  const reader = { language, name: actor.name, address: "", team };
  const example = exampleLetter(template, reader, todayFor(actor), actor.now);
  return shown(example, { isExample: true });
}

async function shown(letter: Letter, told: { isExample: boolean }): Promise<TemplatePreview> {
  const { html, ...mail } = await renderLetter(letter);
  return {
    ...mail,
    ...told,
    html: { light: inScheme(html, "light"), dark: inScheme(html, "dark") },
  };
}

function readTeam(tx: Tx, { teamId: id }: Member) {
  return tx.team.findUniqueOrThrow({ where: { id }, select: { name: true, slug: true } });
}

async function realLetter(
  tx: Tx,
  actor: Member,
  template: Template,
  language: Language,
): Promise<Letter | null> {
  switch (template) {
    case "reminder":
    case "duty": {
      const entries = await nearest(tx, actor, language);
      return entries.find(({ isEnd }) => isEnd === (template === "reminder"))?.letter ?? null;
    }
    case "digest":
      return realDigest(tx, actor, language);
    case "invitation":
      return realInvitation(tx, actor, language);
    // A link that signs in is a secret, so there is nothing real to show.
    case "sign-in":
      return null;
  }
}

async function realDigest(tx: Tx, actor: Member, language: Language): Promise<Letter | null> {
  // What is nearer goes in a mail of its own.
  const from = addDays(todayFor(actor), URGENT_DAYS + 1);
  const coming = await nearest(tx, actor, language, from);
  const byReader = Map.groupBy(coming, ({ personId }) => personId);
  const [most = []] = [...byReader.values()].toSorted((a, b) => b.length - a.length);
  const entries = byReader.get(actor.personId) ?? most;
  const [first] = entries;
  if (!first || entries.length < 2) return null;
  const { name, slug } = await readTeam(tx, actor);
  return digestLetter({
    ...{ language, today: todayFor(actor), name: first.name, team: name },
    entries: entries.slice(0, IN_DIGEST),
    url: `${env().APP_URL}/t/${slug}/duties`,
    unsubscribeUrl: `${env().APP_URL}/unsubscribe?token=example`,
  });
}

async function realInvitation(
  tx: Tx,
  { teamId, now }: Member,
  language: Language,
): Promise<Letter | null> {
  const invitation = await tx.invitation.findFirst({
    where: { teamId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    include: { team: { select: { name: true } } },
  });
  if (!invitation) return null;
  const { invitedBy, role, expiresAt, email, team } = invitation;
  const url = `${env().APP_URL}/welcome`;
  const told = { language, invitedBy, role, expiresAt, team: team.name };
  return invitationLetter({ ...told, url, toAddress: email });
}

/** The letters about the nearest open duties, each to its first reader, or to the asking one if they are among them. */
async function nearest(tx: Tx, actor: Member, language: Language, from?: Day) {
  const { teamId, now } = actor;
  const job: Job & TeamActor = { kind: "job", name: "preview", now, teamId };
  const rows = await tx.obligation.findMany({
    where: { teamId, state: "open", ...(from && { dueOn: { gte: dayToColumn(from) } }) },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: NEAREST,
    select: DUTY_COLUMNS,
  });
  const context = await reminderContext(tx, teamId);
  const clock = clockAt(now);
  const notices = rows.flatMap((row) => {
    const { recipients } = recipientsOf(dutyFacts(row, context), clock);
    const reader = recipients.find(({ personId }) => personId === actor.personId) ?? recipients[0];
    return reader ? [{ row, reader, notice: asClaimed(job, row, reader) }] : [];
  });
  const written = new Map(
    await writeReminders(
      tx,
      job,
      notices.map(({ notice }) => notice),
      language,
    ),
  );
  return notices.flatMap(({ row, reader, notice }) => {
    const mail = written.get(notice.id);
    if (!mail || !("letter" in mail)) return [];
    const { personId, name } = reader;
    const isEnd = row.grant !== null && row.request !== null;
    return [{ personId, name, isEnd, letter: mail.letter, dueOn: dayFromColumn(row.dueOn) }];
  });
}

/** A mail as the sender would have it in hands, of no row. */
function asClaimed(
  { now, teamId }: Job & TeamActor,
  row: { id: string; dueOn: Date },
  reader: { personId: string; name: string; address: string },
): ClaimedNotice {
  return {
    ...{ id: randomUUID(), kind: "reminder", teamId, obligationId: row.id, subjectId: null },
    ...{ personId: reader.personId, toAddress: reader.address, toName: reader.name },
    ...{ dueOn: row.dueOn, milestone: null, plannedOn: null, attempts: 0, messageId: "" },
    ...{ createdAt: now, retriesFrom: null, lockedUntil: now },
  };
}
