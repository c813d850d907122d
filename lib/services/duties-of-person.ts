import type { Prisma } from "@/prisma/client/client";
import { type Day, dayToColumn } from "../dates/day";
import type { Tx } from "./transaction";

/**
 * What everywhere counts as the duties of a person: those they own, those about them, the ends of
 * what they hold, and those of whomever they stand in for on `today`.
 */
export async function dutiesOfPerson(
  tx: Tx,
  { teamId, personId, today }: { teamId: string; personId: string; today: Day },
): Promise<Prisma.ObligationWhereInput> {
  const on = dayToColumn(today);
  const absences = await tx.standIn.findMany({
    where: { teamId, standInId: personId, startsOn: { lte: on }, endsOn: { gte: on } },
    select: { personId: true },
  });
  const us = { in: [personId, ...absences.map((absence) => absence.personId)] };
  return {
    OR: [
      { ownerId: us },
      { personId: us },
      { grant: { personId: us } },
      // Where access is granted to a project, its principal investigators stand for the holder.
      {
        grant: { personId: null },
        request: { people: { some: { function: "pi", personId: us } } },
      },
    ],
  };
}
