import { nameOfUnit } from "../catalogue/unit-name";
import { writeNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** A request under which a copy may be registered, with the data that it is about. */
export interface CopyRequest {
  id: string;
  /** `GB-12 · Title` */
  name: string;
  units: { id: string; name: string }[];
}

/** The requests through which the team got data: those with an approval, ended or not, newest first. */
export async function listCopyRequests(actor: Member): Promise<CopyRequest[]> {
  authorise(actor, "copy.read");
  const rows = await inTeam(actor, (tx) =>
    tx.request.findMany({
      where: { teamId: actor.teamId, grants: { some: {} } },
      orderBy: { number: "desc" },
      take: 500,
      select: {
        ...{ id: true, number: true, title: true },
        items: {
          orderBy: { position: "asc" },
          select: {
            unit: {
              select: {
                ...{ id: true, code: true, version: true, consentCode: true },
                dataset: { select: { shortTitle: true } },
              },
            },
          },
        },
      },
    }),
  );
  return rows.map(({ id, number, title, items }) => {
    const units = new Map(items.map(({ unit }) => [unit.id, nameOfUnit(unit)]));
    return {
      ...{ id, name: `${writeNumber(number)} · ${title}` },
      units: [...units].map(([unitId, name]) => ({ id: unitId, name })),
    };
  });
}
