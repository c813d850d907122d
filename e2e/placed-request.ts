import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import type { Decision } from "@/lib/requests/move";
import type { MoveInput } from "@/lib/requests/move-form";
import { uploadDocument } from "@/lib/services/documents";
import { saveDraft } from "@/lib/services/drafts";
import { moveRequest } from "@/lib/services/moves";
import { listPeople } from "@/lib/services/people";
import { saveRenewal } from "@/lib/services/renewals";
import { getRequest } from "@/lib/services/requests";
import { outsideTeams } from "@/lib/services/transaction";
import { memberOn } from "./beginnings";
import { today } from "./calendar";

// Requests that stand where a story begins, made by the services that the pages of other stories call.

/** A move with its answers, and what it approves. */
export type Move = Pick<MoveInput, "move" | "answers"> & { decision?: Decision };

/** What a form is answered with; `people` by question, as names on the team. */
type Form = {
  archive: string;
  /** What the code of the data begins with. */
  study: string;
  title: string;
  people: Readonly<Record<string, string | readonly string[]>>;
  answers: Readonly<Record<string, string | boolean | readonly string[]>>;
};

/**
 * Hands a complete form in for the team of whoever is signed in, and takes it through these moves. The
 * page of the request is open then; gives its number.
 */
export async function placeRequest(page: Page, form: Form, moves: readonly Move[]) {
  const { actor, team } = await memberOn(page);
  const unit = await outsideTeams(actor, (tx) =>
    tx.accessUnit.findFirstOrThrow({ where: { code: { startsWith: form.study } } }),
  );
  const everybody = await listPeople(actor);
  const idOf = (name: string) => everybody.find((person) => person.name.startsWith(name))?.id ?? "";
  const named = Object.entries(form.people).map(([question, who]) => [
    question,
    typeof who === "string" ? idOf(who) : who.map(idOf),
  ]);
  const requestId = randomUUID();
  const { number } = await saveDraft(actor, {
    ...{ id: requestId, version: null, archive: form.archive, title: form.title },
    ...{ unitIds: [unit.id], personIds: [], itemAnswers: {} },
    answers: { ...form.answers, ...Object.fromEntries(named) },
  });
  await placeMoves(page, `GB-${number}`, [{ move: "submit", answers: {} }, ...moves]);
  await page.goto(`/t/${team}/requests/GB-${number}`);
  return `GB-${number}`;
}

/** Takes a request through moves, all of its data together; the page that is open stays as it is. */
export async function placeMoves(page: Page, request: string, moves: readonly Move[]) {
  const { actor } = await memberOn(page);
  for (const { move, answers, decision } of moves) {
    const { id: requestId, version, items } = await getRequest(actor, numberIn(request));
    await moveRequest(actor, {
      ...{ commandId: randomUUID(), requestId, version, move, answers },
      itemIds: items.map(({ id }) => id),
      ...(decision && { decision: { ...decision, documentId: await letter(page, requestId) } }),
    });
  }
}

/** A renewal that keeps everybody: begun by a move, with what it reports, and taken through moves. */
export async function placeRenewal(
  page: Page,
  request: string,
  renewal: { begin: string; report: Readonly<Record<string, string>>; moves: readonly Move[] },
) {
  await placeMoves(page, request, [{ move: renewal.begin, answers: {} }]);
  const { actor } = await memberOn(page);
  const { id: requestId, version } = await getRequest(actor, numberIn(request));
  await saveRenewal(actor, { requestId, version, keeps: [], answers: renewal.report, told: [] });
  await placeMoves(page, request, renewal.moves);
}

const numberIn = (request: string) => Number(request.replace("GB-", ""));

/** An approval with its letter, decided today unless a day is given. */
export function approvedUntil(endsOn: Day, decidedOn: Day = today()): Decision {
  return { decidedOn, startsOn: decidedOn, endsOn, documentId: "" };
}

async function letter(page: Page, requestId: string): Promise<string> {
  const { actor } = await memberOn(page);
  const bytes = new Uint8Array(Buffer.from(`%PDF-1.7\nApproved on ${today()}.\n%%EOF\n`));
  const file = { id: randomUUID(), requestId, name: "Approval letter.pdf", bytes };
  return (await uploadDocument(actor, file)).id;
}
