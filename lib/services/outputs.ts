import type { z } from "zod";
import type { OutputKind } from "../archives/renewal";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type {
  addOutputForm,
  changeOutputForm,
  OutputFacts,
  removeOutputForm,
} from "../outputs/output";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { latestDay } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { touch } from "./touched";
import { inTeam, type Tx } from "./transaction";

/** A request on whose data an output rests, and the round in whose report it was told. */
interface OutputUseLine {
  id: string;
  number: number;
  title: string;
  /** The number of the round that reported it to the archive; null where none has yet. */
  reportedIn: number | null;
}

/** Something that came of the team's work with data. */
export interface TeamOutput {
  id: string;
  kind: OutputKind;
  title: string;
  reference: string;
  on: Day;
  version: number;
  uses: readonly OutputUseLine[];
}

const USES = {
  uses: {
    orderBy: { request: { number: "asc" } },
    include: {
      request: { select: { number: true, title: true } },
      cycle: { select: { number: true, state: true } },
    },
  },
} as const;

/** What came of the team's work, newest first, 500 at most; of one request where it is named. */
export async function listOutputs(
  actor: Member,
  about: { requestId?: string } = {},
): Promise<TeamOutput[]> {
  authorise(actor, "output.read");
  const { requestId } = about;
  return inTeam(actor, async (tx) => {
    const rows = await tx.output.findMany({
      where: { teamId: actor.teamId, ...(requestId && { uses: { some: { requestId } } }) },
      orderBy: [{ on: "desc" }, { id: "desc" }],
      take: 500,
      include: USES,
    });
    return rows.map(asOutput);
  });
}

type Row = Awaited<ReturnType<typeof readRow>>;

async function readRow(tx: Tx, { teamId }: Member, id: string) {
  const row = await tx.output.findUnique({
    where: { teamId_id: { teamId, id } },
    include: USES,
  });
  if (!row) throw notFound("output");
  return row;
}

function asOutput(row: Row): TeamOutput {
  const { id, kind, title, reference, on, version, uses } = row;
  return {
    ...{ id, title, reference, version },
    kind: kind as OutputKind,
    on: dayFromColumn(on),
    uses: uses.map(({ requestId, request, cycle }) => ({
      id: requestId,
      ...request,
      // What an archive refused, or never got, it was not told.
      reportedIn:
        cycle && (cycle.state === "open" || cycle.state === "approved") ? cycle.number : null,
    })),
  };
}

/** The requests on whose data an output may rest, newest first, 500 at most. */
export async function listRequestsForOutputs(
  actor: Member,
): Promise<{ id: string; number: number; title: string }[]> {
  authorise(actor, "output.read");
  return inTeam(actor, (tx) =>
    tx.request.findMany({
      where: { teamId: actor.teamId, submittedOn: { not: null } },
      orderBy: { number: "desc" },
      take: 500,
      select: { id: true, number: true, title: true },
    }),
  );
}

/**
 * Writes down something that came of the work.
 * @throws AppError INVALID at `output.on` for a day to come, NOT_FOUND for a foreign request
 */
export async function addOutput(
  actor: Member,
  input: z.output<typeof addOutputForm>,
): Promise<{ id: string }> {
  authorise(actor, "output.record");
  const { teamId, now: createdAt } = actor;
  const { requestIds, on, ...facts } = checked(actor, input.output);
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      await requireRequests(tx, actor, requestIds);
      const { id } = await tx.output.create({
        data: { ...facts, teamId, on: dayToColumn(on), createdAt },
        select: { id: true },
      });
      await tx.outputUse.createMany({
        data: requestIds.map((requestId) => ({ teamId, outputId: id, requestId })),
      });
      touchRequests(tx, actor, requestIds);
      await note(tx, actor, "output.added", id, facts.title);
      return { id };
    }),
  );
}

/**
 * Changes one. What a request's report told stays told; a request that is no longer named loses it.
 * @throws AppError CONFLICT with the stored output in `details.current` when somebody saved in
 *   between, INVALID at `output.on`, NOT_FOUND
 */
export async function changeOutput(
  actor: Member,
  input: z.output<typeof changeOutputForm>,
): Promise<void> {
  authorise(actor, "output.record");
  const { teamId } = actor;
  const { id, version } = input;
  const { requestIds, on, ...facts } = checked(actor, input.output);
  await inTeam(actor, async (tx) => {
    await requireRequests(tx, actor, requestIds);
    const { count } = await tx.output.updateMany({
      where: { id, teamId, version },
      data: { ...facts, on: dayToColumn(on), version: { increment: 1 } },
    });
    if (count === 0) throw await conflict(tx, actor, id);
    const before = await tx.outputUse.findMany({ where: { teamId, outputId: id } });
    touchRequests(tx, actor, [...requestIds, ...before.map(({ requestId }) => requestId)]);
    await tx.outputUse.deleteMany({
      where: { teamId, outputId: id, requestId: { notIn: requestIds } },
    });
    await tx.outputUse.createMany({
      data: requestIds.map((requestId) => ({ teamId, outputId: id, requestId })),
      skipDuplicates: true,
    });
    await note(tx, actor, "output.changed", id, facts.title);
  });
}

/**
 * Takes one away that was logged by mistake.
 * @throws AppError CONFLICT when an archive was told of it already, or somebody changed it since,
 *   NOT_FOUND
 */
export async function removeOutput(
  actor: Member,
  input: z.output<typeof removeOutputForm>,
): Promise<void> {
  authorise(actor, "output.record");
  const { teamId } = actor;
  const { id, version } = input;
  await inTeam(actor, async (tx) => {
    const row = await readRow(tx, actor, id);
    if (asOutput(row).uses.some(({ reportedIn }) => reportedIn !== null)) {
      throw new AppError(
        "CONFLICT",
        "An archive was told of this output in a report, so it stays; correct it instead.",
      );
    }
    const { count } = await tx.output.deleteMany({ where: { id, teamId, version } });
    if (count === 0) throw await conflict(tx, actor, id);
    touchRequests(
      tx,
      actor,
      row.uses.map(({ requestId }) => requestId),
    );
    await note(tx, actor, "output.removed", id, row.title);
  });
}

function checked(actor: Member, output: OutputFacts): OutputFacts {
  if (output.on <= latestDay(actor))
    return { ...output, requestIds: [...new Set(output.requestIds)] };
  throw invalid("output.on", "This day is still to come; log it once it is out.");
}

async function requireRequests(tx: Tx, { teamId }: Member, ids: readonly string[]): Promise<void> {
  const known = await tx.request.count({ where: { teamId, id: { in: [...ids] } } });
  if (known !== ids.length) throw notFound("request");
}

async function conflict(tx: Tx, actor: Member, id: string): Promise<AppError> {
  const current = asOutput(await readRow(tx, actor, id));
  return new AppError(
    "CONFLICT",
    "Somebody changed this output while you were writing. Your text is still here: compare, then save again.",
    { details: { current } },
  );
}

/** What an output asks for is a duty of each request that it rests on. */
function touchRequests(tx: Tx, actor: Member, ids: readonly string[]): void {
  touch(tx, actor, ...ids.map((id) => ({ kind: "request", id }) as const));
}

function note(tx: Tx, actor: Member, action: string, subjectId: string, name: string) {
  return record(tx, actor, { action, subjectType: "output", subjectId, data: { name } });
}
