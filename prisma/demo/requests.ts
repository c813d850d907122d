import { archiveByCode } from "@/lib/archives/index";
import { itemKey } from "@/lib/requests/draft";
import { findLifecycle, findMove } from "@/lib/requests/lifecycle";
import { uploadDocument } from "@/lib/services/documents";
import { saveDraft } from "@/lib/services/drafts";
import { moveRequest } from "@/lib/services/moves";
import type { RequestDetail } from "@/lib/services/requests";
import type { Member } from "@/lib/team/actor";
import { formAnswers } from "./forms";
import { demoId } from "./id";
import { letterPdf } from "./letter";
import { answerUses } from "./library-scenes";
import type { PersonKey } from "./people";
import {
  dayAgo,
  knownRequest,
  onlyOnce,
  readRequest,
  requestOf,
  type Scene,
  type Stage,
  unitsOf,
} from "./stage";
import { STORIES } from "./stories";
import type { DemoDecision, DemoEdit, DemoMove, DemoStory } from "./story";

/** How each request was begun, changed and moved, on its days. */
export function requestScenes(stage: Stage): Scene[] {
  return STORIES.flatMap((story) => [
    { daysAgo: story.startedDaysAgo, play: () => begin(stage, story) },
    ...(story.edits ?? []).map((edit) => ({
      daysAgo: edit.daysAgo,
      play: () => change(stage, story, edit),
    })),
    ...story.moves.map((move, index) => ({
      daysAgo: move.daysAgo,
      play: () => advance(stage, story, move, index),
    })),
  ]);
}

async function begin(stage: Stage, story: DemoStory): Promise<void> {
  const actor = await stage.actor(story.by, story.startedDaysAgo);
  if (await readRequest(actor, story.title)) return;
  const unitIds = await unitsOf(story.archive, story.units);
  const persons = story.persons ?? [];
  const { answers, itemAnswers } = formAnswers(story, stage.people);
  await saveDraft(actor, {
    ...{ id: requestOf(story.title), version: null, archive: story.archive, title: story.title },
    ...{ unitIds, personIds: persons.map((key) => stage.people[key]), answers },
    itemAnswers: Object.fromEntries(
      unitIds.flatMap((unitId) =>
        persons.map((key) => [
          itemKey({ unitId, personId: stage.people[key] }),
          itemAnswers[key] ?? {},
        ]),
      ),
    ),
    uses: await answerUses(stage, story),
  });
}

async function change(stage: Stage, story: DemoStory, edit: DemoEdit): Promise<void> {
  const actor = await stage.actor(edit.by, edit.daysAgo);
  await onlyOnce(actor, ["edit", story.title, String(edit.daysAgo)], async () => {
    const request = await knownRequest(actor, story.title);
    const { id, version, archive, title, items } = request;
    await saveDraft(actor, {
      ...{ id, version, archive, title },
      unitIds: [...new Set(items.map((item) => item.unit.id))],
      personIds: [...new Set(items.flatMap(({ person }) => person?.id ?? []))],
      answers: { ...request.answers, ...edit.answers(stage.people) },
      itemAnswers: Object.fromEntries(items.map((item) => [itemKey(item), item.answers])),
    });
  });
}

async function advance(
  stage: Stage,
  story: DemoStory,
  step: DemoMove,
  index: number,
): Promise<void> {
  const actor = await stage.actor(step.by, step.daysAgo);
  const request = await knownRequest(actor, story.title);
  const archive = archiveByCode(request.archive);
  const move = archive && findMove(findLifecycle(archive, request.lifecycle), step.move);
  if (!move) throw new Error(`The demo's story “${story.title}” has no move ${step.move}`);
  const asksForDay = move.asks.some((ask) => ask.id === "on");
  const decision = step.decision && {
    ...decisionOf(stage, step.decision),
    documentId: await letter(actor, request.id, story, step.decision),
  };
  await moveRequest(actor, {
    commandId: demoId(story.title, String(index)),
    requestId: request.id,
    version: request.version,
    move: step.move,
    itemIds: request.items.filter(isAbout(stage, step)).map((item) => item.id),
    answers: { ...(asksForDay && { on: dayAgo(stage, step.daysAgo) }), ...step.answers },
    ...(step.sections && { sections: [...step.sections] }),
    ...(decision && { decision }),
  });
}

function isAbout({ people }: Stage, { about }: DemoMove) {
  return ({ unit, person }: RequestDetail["items"][number]) =>
    !about ||
    about.includes(unit.code) ||
    (person !== null && about.some((key) => people[key as PersonKey] === person.id));
}

function decisionOf(stage: Stage, { decidedDaysAgo, endsInDays }: DemoDecision) {
  const decidedOn = dayAgo(stage, decidedDaysAgo);
  return {
    decidedOn,
    startsOn: decidedOn,
    endsOn: endsInDays === null ? ("" as const) : dayAgo(stage, -endsInDays),
  };
}

async function letter(
  actor: Member,
  requestId: string,
  story: DemoStory,
  decision: DemoDecision,
): Promise<string> {
  if (!decision.letter) return "";
  const id = demoId(story.title, decision.letter);
  const bytes = letterPdf(["Letter of the demo team", story.title, "Approved as asked for."]);
  await uploadDocument(actor, { id, requestId, name: decision.letter, bytes });
  return id;
}
