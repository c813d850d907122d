import type { AnswerUse } from "@/lib/requests/answer-use";
import { addAnswer, changeAnswer } from "@/lib/services/library";
import { demoId } from "./id";
import { type DemoAnswer, LIBRARY } from "./library";
import { onlyOnce, type Scene, type Stage } from "./stage";
import type { DemoStory } from "./story";

/** How the answers came into the library, and how one was changed after a draft had taken it. */
export function libraryScenes(stage: Stage): Scene[] {
  return LIBRARY.flatMap((answer) => [
    { daysAgo: answer.daysAgo, play: async () => void (await add(stage, answer)) },
    ...(answer.changed
      ? [{ daysAgo: answer.changed.daysAgo, play: () => change(stage, answer) }]
      : []),
  ]);
}

/** Which answers a story's first draft took from the library. */
export async function answerUses(stage: Stage, story: DemoStory): Promise<AnswerUse[]> {
  const uses: AnswerUse[] = [];
  for (const { entry, answer: title } of story.uses ?? []) {
    const answer = LIBRARY.find((each) => each.title === title);
    if (!answer) throw new Error(`The demo's library has no answer “${title}”`);
    uses.push({ entry, answerId: await add(stage, answer), answerVersion: 1 });
  }
  return uses;
}

/** Its id; adding it again finds the first. */
async function add(stage: Stage, { topic, title, text, by, daysAgo }: DemoAnswer): Promise<string> {
  const actor = await stage.actor(by, daysAgo);
  const { id } = await addAnswer(actor, { commandId: demoId("answer", title), topic, title, text });
  return id;
}

async function change(stage: Stage, answer: DemoAnswer): Promise<void> {
  const { changed, title, by } = answer;
  if (!changed) return;
  const actor = await stage.actor(by, changed.daysAgo);
  const id = await add(stage, answer);
  await onlyOnce(actor, ["answer", title], () =>
    changeAnswer(actor, { id, version: 1, title, text: changed.text }),
  );
}
