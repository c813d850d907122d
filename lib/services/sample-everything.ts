import type { PrismaClient } from "@/prisma/client/client";

/** For tests: all that the database holds of a team, for comparing. */
export async function everythingOf(client: PrismaClient, teamId: string): Promise<unknown> {
  const where = { teamId };
  return Promise.all([
    client.team.findMany({ where: { id: teamId } }),
    client.membership.findMany({ where }),
    client.invitation.findMany({ where }),
    client.person.findMany({ where }),
    client.request.findMany({ where, include: { items: true, people: true, cycles: true } }),
    client.document.findMany({ where, include: { content: true } }),
    client.identity.findMany({ where }),
    client.qualification.findMany({ where }),
    client.archiveRules.findMany({ where }),
    client.notice.findMany({ where }),
    client.mailPreference.findMany({ where }),
    client.agreement.findMany({
      where,
      include: { people: true, units: true, signatures: true },
    }),
    client.purpose.findMany({ where }),
    client.incident.findMany({ where, include: { units: true } }),
    client.amendment.findMany({ where }),
    client.newVersion.findMany({ where }),
    client.obligation.findMany({ where, include: { snoozes: true } }),
    client.schedule.findMany({ where }),
    client.standIn.findMany({ where }),
    client.escalation.findMany({ where }),
    client.calendarFeed.findMany({ where }),
    client.savedView.findMany({ where }),
    client.revision.findMany({ where }),
    client.comment.findMany({ where }),
    client.libraryAnswer.findMany({ where, include: { uses: true } }),
    client.dataCopy.findMany({ where, include: { units: true } }),
    client.closeOut.findMany({ where, include: { steps: true, certificate: true } }),
    client.unitTerms.findMany({ where }),
    client.event.findMany({ where }),
  ]);
}
