import { archiveByCode } from "@/lib/archives/index";
import { addDays, type Day } from "@/lib/dates/day";
import { db } from "@/lib/db";
import { itemKey } from "@/lib/requests/draft";
import { findLifecycle, findMove } from "@/lib/requests/lifecycle";
import { uploadDocument } from "@/lib/services/documents";
import { saveDraft } from "@/lib/services/drafts";
import { moveRequest } from "@/lib/services/moves";
import { getRequest } from "@/lib/services/requests";
import { inTeam } from "@/lib/services/transaction";
import type { Member } from "@/lib/team/actor";
import { closingScenes } from "./closing";
import { copyScenes } from "./copies";
import { formAnswers } from "./forms";
import { holdingScenes } from "./hold";
import { demoId } from "./id";
import { letterPdf } from "./letter";
import type { PersonKey } from "./people";
import { purposeScenes } from "./purposes";
import type { Stage } from "./stage";
import { type DemoDecision, type DemoMove, type DemoStory, STORIES } from "./stories";
import { demoTeam } from "./team";

interface Telling extends Stage {
  /** The team's numbers of the stories told so far. */
  numbers: Map<DemoStory, number>;
}

/**
 * Tells the demo team's stories through the services that members use, so that every date, duty
 * and line of history is a real one. Ids come from the stories' words: telling them again changes
 * nothing, and a run that was cut off goes on where it stopped.
 */
export async function seedDemo(today: Day): Promise<void> {
  const stage: Telling = { today, ...(await demoTeam(today)), numbers: new Map() };
  const requests = STORIES.flatMap((story) => [
    { daysAgo: story.startedDaysAgo, play: () => begin(stage, story) },
    ...story.moves.map((move, index) => ({
      daysAgo: move.daysAgo,
      play: () => advance(stage, story, move, index),
    })),
  ]);
  const scenes = [
    ...[...purposeScenes(stage), ...holdingScenes(stage), ...requests],
    ...[...copyScenes(stage), ...closingScenes(stage)],
  ];
  // As it happened, so that the team's history reads in order.
  for (const scene of scenes.toSorted((a, b) => b.daysAgo - a.daysAgo)) await scene.play();
}

async function begin(stage: Telling, story: DemoStory): Promise<void> {
  const actor = await stage.actor(story.by, story.startedDaysAgo);
  const id = demoId(story.title);
  const known = await inTeam(actor, (tx) =>
    tx.request.findFirst({ where: { teamId: actor.teamId, id }, select: { number: true } }),
  );
  const number = known?.number ?? (await write(stage, story, actor, id));
  stage.numbers.set(story, number);
}

async function write(stage: Telling, story: DemoStory, actor: Member, id: string): Promise<number> {
  const units = await db().accessUnit.findMany({
    where: { archive: story.archive, code: { in: [...story.units] } },
    select: { id: true },
  });
  const personIds = (story.persons ?? []).map((key) => stage.people[key]);
  const { answers, itemAnswers } = formAnswers(story, stage.people);
  const { number } = await saveDraft(actor, {
    id,
    version: null,
    archive: story.archive,
    title: story.title,
    unitIds: units.map((unit) => unit.id),
    personIds,
    answers,
    itemAnswers: Object.fromEntries(
      units.flatMap((unit) =>
        (story.persons ?? []).map((key) => [
          itemKey({ unitId: unit.id, personId: stage.people[key] }),
          itemAnswers[key] ?? {},
        ]),
      ),
    ),
  });
  return number;
}

async function advance(
  stage: Telling,
  story: DemoStory,
  step: DemoMove,
  index: number,
): Promise<void> {
  const actor = await stage.actor(step.by, step.daysAgo);
  const request = await getRequest(actor, stage.numbers.get(story) ?? 0);
  const archive = archiveByCode(request.archive);
  const move = archive && findMove(findLifecycle(archive, request.lifecycle), step.move);
  if (!move) throw new Error(`The demo's story “${story.title}” has no move ${step.move}`);
  const about = (item: (typeof request.items)[number]) =>
    !step.about ||
    step.about.includes(item.unit.code) ||
    (item.person !== null &&
      step.about.some((key) => stage.people[key as PersonKey] === item.person?.id));
  const on = addDays(stage.today, -step.daysAgo);
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
    itemIds: request.items.filter(about).map((item) => item.id),
    answers: { ...(asksForDay && { on }), ...step.answers },
    ...(decision && { decision }),
  });
}

function decisionOf({ today }: Telling, { decidedDaysAgo, endsInDays }: DemoDecision) {
  const decidedOn = addDays(today, -decidedDaysAgo);
  return {
    decidedOn,
    startsOn: decidedOn,
    endsOn: endsInDays === null ? ("" as const) : addDays(today, endsInDays),
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
