import type { Answers } from "../archives/form";
import { archiveByCode } from "../archives/index";
import { dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { copyAnswers, sameUnits } from "../requests/copy";
import type { CopyInput } from "../requests/copy-form";
import { itemsOf } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import { writeNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { saveWithin } from "./drafts";
import { record } from "./events";
import { inTeam, type Tx, unlessDuplicate } from "./transaction";

/**
 * Begins a new request with the answers of another one, as far as its form asks for them: same data
 * or other data, same archive or another. Ticks are left to be made anew. The same `id` twice copies
 * once. Throws NOT_FOUND for foreign ids, INVALID for units that do not belong together.
 */
export async function copyRequest(actor: Member, input: CopyInput): Promise<{ number: number }> {
  authorise(actor, "request.create");
  return unlessDuplicate(
    inTeam(actor, (tx) => once(tx, actor, input.id, () => copyOnce(tx, actor, input))),
    // An id that another team holds must look like any other unknown id.
    notFound("request"),
  );
}

async function copyOnce(tx: Tx, actor: Member, input: CopyInput): Promise<{ number: number }> {
  const source = await tx.request.findFirst({
    where: { id: input.requestId, teamId: actor.teamId },
    include: { items: { orderBy: { position: "asc" } }, answerUses: true },
  });
  if (!source) throw notFound("request");
  // The id is made by the page; that of a request which exists must not be written over.
  if ((await tx.request.count({ where: { id: input.id, teamId: actor.teamId } })) > 0) {
    throw new AppError(
      "CONFLICT",
      "This copy has been made already; look at the list of requests.",
    );
  }
  const { draft, origins } = await draftOf(tx, actor, source, input);
  const saved = await saveWithin(tx, actor, {
    ...draft,
    uses: Object.entries(origins).flatMap(([entry, from]) =>
      source.answerUses
        .filter((use) => use.entry === from)
        .map(({ answerId, answerVersion }) => ({ entry, answerId, answerVersion })),
    ),
  });
  await record(tx, actor, {
    ...{ action: "request.copied", subjectType: "request", subjectId: input.id },
    requestId: input.id,
    data: { name: writeNumber(source.number), from: source.number },
  });
  return { number: saved.number };
}

interface Source {
  archive: string;
  lifecycle: string;
  title: string;
  answers: unknown;
  items: readonly { unitId: string; personId: string | null; answers: unknown }[];
}

async function draftOf(
  tx: Tx,
  actor: Member,
  source: Source,
  { id, unitIds, personIds }: CopyInput,
): Promise<{ draft: Draft; origins: Record<string, string> }> {
  const unit = await tx.accessUnit.findFirst({
    where: { id: unitIds[0] },
    select: { archive: true, code: true, accessClass: true, policy: true, consentCode: true },
  });
  const archive = unit && archiveByCode(unit.archive);
  const from = archiveByCode(source.archive);
  if (!archive || !from) throw notFound("access unit");
  const items = itemsOf(archive, { unitIds, personIds });
  const before = source.items.map((item) => ({ ...item, answers: item.answers as Answers }));
  const { answers, itemAnswers, origins } = copyAnswers(
    {
      sections: from.sections(source.lifecycle),
      answers: source.answers as Answers,
      items: before,
    },
    {
      sections: archive.sections(archive.lifecycleOf(unit)),
      items,
      people: await peopleHere(tx, actor),
    },
  );
  // For other data the title is that of the data, until somebody writes another one.
  const title = sameUnits(before, items) ? source.title : "";
  const asked = { unitIds, personIds: archive.itemPerPerson ? personIds : [] };
  return {
    draft: { id, version: null, archive: archive.code, title, ...asked, answers, itemAnswers },
    origins,
  };
}

/** Who is on the team today; who has left is not copied. */
async function peopleHere(tx: Tx, actor: Member): Promise<ReadonlySet<string>> {
  const people = await tx.person.findMany({
    where: {
      teamId: actor.teamId,
      OR: [{ endsOn: null }, { endsOn: { gte: dayToColumn(todayFor(actor)) } }],
    },
    select: { id: true },
  });
  return new Set(people.map(({ id }) => id));
}
