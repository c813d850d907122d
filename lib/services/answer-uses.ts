import { invalid, notFound } from "../errors";
import type { AnswerUse } from "../requests/answer-use";
import { itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import { type TopicalQuestion, topicalQuestions } from "../requests/library";
import type { Member } from "../team/actor";
import type { CheckedDraft } from "./draft-check";
import type { Tx } from "./transaction";

/**
 * Writes down which questions of a draft were answered from the library, and forgets it of those
 * that are empty by now. Throws NOT_FOUND for an answer of another team, INVALID for one to another
 * question.
 */
export async function keepUses(
  tx: Tx,
  actor: Member,
  draft: Pick<Draft, "id" | "uses">,
  checked: CheckedDraft,
): Promise<void> {
  const questions = topicalQuestions(checked.sections, {
    answers: checked.answers,
    items: checked.items.map((item) => ({
      ...item,
      answers: checked.itemAnswers[itemKey(item)] ?? {},
    })),
  });
  const within = { teamId: actor.teamId, requestId: draft.id };
  const answered = questions.filter(({ text }) => text !== "");
  for (const use of draft.uses ?? []) await keepUse(tx, within, use, answered);
  await tx.answerUse.deleteMany({
    where: { ...within, entry: { notIn: answered.map(({ entry }) => entry) } },
  });
}

async function keepUse(
  tx: Tx,
  within: { teamId: string; requestId: string },
  { entry, answerId, answerVersion }: AnswerUse,
  answered: readonly TopicalQuestion[],
): Promise<void> {
  const answer = await tx.libraryAnswer.findFirst({
    where: { id: answerId, teamId: within.teamId },
    select: { topic: true, version: true },
  });
  if (!answer) throw notFound("answer in the library");
  const question = answered.find((candidate) => candidate.entry === entry);
  // It was emptied again before it was saved.
  if (!question) return;
  if (question.field.topic !== answer.topic || answerVersion > answer.version) {
    throw invalid(question.field.id, "This answer of the library belongs to another question.");
  }
  const { requestId } = within;
  await tx.answerUse.upsert({
    where: { requestId_entry: { requestId, entry }, teamId: within.teamId },
    create: { ...within, entry, answerId, answerVersion },
    update: { answerId, answerVersion },
  });
}
