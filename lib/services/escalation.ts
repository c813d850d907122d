import { dayFromColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { presenceOn } from "../people/presence";
import type { SetEscalation } from "../reminders/escalation-form";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/** Whom a team turns to when a duty stays open and nobody takes it. */
export interface EscalationFacts {
  secondContact: { id: string; name: string } | null;
  /** Days after the first mail about a duty. */
  afterDays: number;
  /** 0 where the team has set nothing yet. */
  version: number;
}

const UNSET: EscalationFacts = { secondContact: null, afterDays: 7, version: 0 };

/** What the team decided; a week and nobody besides where it decided nothing. */
export async function getEscalation(actor: Member): Promise<EscalationFacts> {
  authorise(actor, "schedule.read");
  return inTeam(actor, (tx) => read(tx, actor));
}

/**
 * Sets the second contact and how many days to wait.
 * @throws AppError INVALID at `secondContactId` for somebody who has left; NOT_FOUND for somebody of
 *   no team or another; CONFLICT with the stored setting in `details.current`
 */
export async function setEscalation(actor: Member, input: SetEscalation): Promise<EscalationFacts> {
  authorise(actor, "escalation.update");
  const { secondContactId, afterDays, version } = input;
  return inTeam(actor, async (tx) => {
    const name = secondContactId ? await nameOf(tx, actor, secondContactId) : "";
    const isStored = await store(tx, actor, { secondContactId, afterDays }, version);
    if (!isStored) {
      throw new AppError(
        "CONFLICT",
        "Somebody changed this while you were deciding. Compare, then save again.",
        { details: { current: await read(tx, actor) } },
      );
    }
    await record(tx, actor, {
      ...{ action: "escalation.set", subjectType: "team", subjectId: actor.teamId },
      data: { name, days: afterDays },
    });
    await planAnew(tx, actor);
    return read(tx, actor);
  });
}

async function store(
  tx: Tx,
  { teamId, now }: Member,
  values: { secondContactId: string | null; afterDays: number },
  version: number,
): Promise<boolean> {
  const data = { ...values, updatedAt: now };
  if (version === 0) {
    const { count } = await tx.escalation.createMany({
      data: { teamId, ...data },
      skipDuplicates: true,
    });
    return count > 0;
  }
  const { count } = await tx.escalation.updateMany({
    where: { teamId, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count > 0;
}

async function read(tx: Tx, { teamId }: Member): Promise<EscalationFacts> {
  const row = await tx.escalation.findUnique({
    where: { teamId },
    include: { secondContact: { select: { id: true, name: true } } },
  });
  if (!row) return UNSET;
  const { secondContact, afterDays, version } = row;
  return { secondContact, afterDays, version };
}

async function nameOf(tx: Tx, actor: Member, id: string): Promise<string> {
  const { teamId } = actor;
  const person = await tx.person.findUnique({ where: { teamId_id: { teamId, id } } });
  if (!person) throw notFound("person");
  const presence = presenceOn(todayFor(actor), {
    startsOn: dayFromColumn(person.startsOn),
    endsOn: person.endsOn && dayFromColumn(person.endsOn),
  });
  if (presence !== "left") return person.name;
  throw invalid("secondContactId", `${person.name} has left the team. Choose somebody else.`);
}
