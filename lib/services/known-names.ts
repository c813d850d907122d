import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** More than this nobody looks through while typing. */
const MOST = 300;

/** Names that a search box may offer: of the people of the team, and of the data that it asks for. */
export interface KnownNames {
  people: string[];
  data: string[];
}

/** By their letters, each name once. */
export async function knownNames(actor: Member): Promise<KnownNames> {
  authorise(actor, "request.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const people = await tx.person.findMany({
      where: { teamId },
      distinct: ["name"],
      orderBy: { name: "asc" },
      take: MOST,
      select: { name: true },
    });
    // Asks of each unit whether it is in use: units are few, and items are many.
    const data = await tx.$queryRaw<{ name: string }[]>`
      select distinct d."shortTitle" as name
      from "AccessUnit" u join "Dataset" d on d.id = u."datasetId"
      where exists (select from "RequestItem" i
        where i."teamId" = ${teamId}::uuid and i."unitId" = u.id)
      order by 1 limit ${MOST}`;
    return { people: people.map(({ name }) => name), data: data.map(({ name }) => name) };
  });
}
