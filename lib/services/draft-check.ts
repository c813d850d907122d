import type { Archive } from "../archives/archive";
import type { Answers, Section } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { Lifecycle } from "../archives/lifecycle";
import { ACCESS_CLASSES, isGated } from "../catalogue/access-class";
import { invalid, notFound } from "../errors";
import { answersSchema } from "../requests/answers-schema";
import { itemsOf } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import { sectionsFor } from "../requests/form";
import { findLifecycle } from "../requests/lifecycle";
import { readTitle } from "../requests/title";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

const GATED = ACCESS_CLASSES.filter(isGated);

type Unit = {
  id: string;
  archive: string;
  code: string;
  dac: string | null;
  accessClass: string;
  policy: string | null;
  dataset: { shortTitle: string };
};
/** A draft whose ids exist, whose units belong together and whose answers can be stored. */
export type CheckedDraft = {
  archive: Archive;
  lifecycle: Lifecycle;
  sections: readonly Section[];
  units: Unit[];
  items: { unitId: string; personId: string | null }[];
  title: string;
  answers: Answers;
  itemAnswers: Record<string, Answers>;
};

/** Looks up what a draft names. Throws NOT_FOUND for foreign ids, INVALID naming the field. */
export async function checkDraft(tx: Tx, actor: Member, draft: Draft): Promise<CheckedDraft> {
  const archive = archiveByCode(draft.archive);
  if (!archive) throw invalid("archive", "This archive has no application form here.");
  const units = await tx.accessUnit.findMany({
    where: {
      id: { in: draft.unitIds },
      archive: archive.code,
      // A request that was begun may be finished, whatever the catalogue says by now.
      ...(draft.version === null && { retiredAt: null, accessClass: { in: GATED } }),
    },
    include: { dataset: { select: { shortTitle: true } } },
  });
  if (units.length !== new Set(draft.unitIds).size) throw notFound("access unit");
  const [first] = units;
  if (!first) throw notFound("access unit");
  const lifecycleId = archive.lifecycleOf(first);
  for (const unit of units) {
    if (archive.lifecycleOf(unit) !== lifecycleId || !archive.sharesRequest(first, unit)) {
      throw invalid(
        "unitIds",
        `${first.code} and ${unit.code} cannot stand in one request at ${archive.name}; make a request for each.`,
      );
    }
  }
  await checkPeople(tx, actor, archive, draft);
  const lifecycle = findLifecycle(archive, lifecycleId);
  const sections = archive.sections(lifecycleId);
  const answers = parseAnswers(sections, "request", draft.answers);
  const itemAnswers = Object.fromEntries(
    Object.entries(draft.itemAnswers).map(([key, value]) => [
      key,
      parseAnswers(sections, "item", value),
    ]),
  );
  const read = readTitle(draft.title);
  if (!read.ok) throw invalid("title", read.message);
  const title = read.title || first.dataset.shortTitle;
  const items = itemsOf(archive, draft);
  return { archive, lifecycle, sections, units, items, title, answers, itemAnswers };
}

async function checkPeople(tx: Tx, actor: Member, archive: Archive, draft: Draft): Promise<void> {
  if (archive.itemPerPerson && draft.personIds.length === 0) {
    throw invalid("personIds", `At ${archive.name} access is personal: say for whom you apply.`);
  }
  const known = await tx.person.count({
    where: { teamId: actor.teamId, id: { in: draft.personIds } },
  });
  if (known !== new Set(draft.personIds).size) throw notFound("person");
}

function parseAnswers(
  sections: readonly Section[],
  scope: Section["scope"],
  raw: Draft["answers"],
): Answers {
  const parsed = answersSchema(sectionsFor(sections, scope), "draft").safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    issue?.path.join(".") ?? "answers",
    issue?.message ?? "This answer cannot be kept.",
  );
}
