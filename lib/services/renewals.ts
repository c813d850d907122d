import type { Answers, Section } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { RenewalWindow } from "../archives/renewal";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { answersSchema } from "../requests/answers-schema";
import { type MissingAnswer, missingAnswers } from "../requests/form";
import { applyKeeps, type Keep, keepKey } from "../requests/keeps";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import {
  firstReport,
  type ProgressReport,
  readReport,
  type Tellable,
} from "../requests/progress-report";
import { renewalWindow, type WindowDays } from "../requests/renewal";
import type { RenewalInput } from "../requests/renewal-form";
import type { Member } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { json, replaceFunctions } from "./draft-parts";
import { record } from "./events";
import { peopleOf, type RenewalPerson, tellableOf } from "./renewal-view";
import { joins, lastApproved } from "./rounds";
import { stale } from "./step-changes";
import { inTeam, type Tx } from "./transaction";

/** The renewal of a request as its page shows it. */
export interface RenewalView {
  /** The lengths of the window as the team has set them; null where nothing is renewed. */
  lengths: RenewalWindow | null;
  window: WindowDays;
  /** The round that renews; null while none is open. */
  round: {
    number: number;
    renews: number | null;
    startedOn: Day;
    submittedOn: Day | null;
    /** Whether it may still be written. */
    isOpen: boolean;
  } | null;
  /** The items that take part in it. */
  taking: readonly string[];
  people: readonly RenewalPerson[];
  tellable: readonly Tellable[];
  /** As it was saved, or as a first text where nothing was. */
  report: ProgressReport;
  isSaved: boolean;
  /** What the report still lacks. */
  missing: readonly MissingAnswer[];
}

/** The renewal of one request, by the team's own number. Throws NOT_FOUND. */
export async function getRenewal(actor: Member, number: number): Promise<RenewalView> {
  authorise(actor, "request.read");
  return inTeam(actor, async (tx) => {
    const request = await load(tx, actor, { number });
    const { archive, renewal, cycle, open, base } = request;
    const rules = await tx.archiveRules.findUnique({
      where: { teamId_archive: { teamId: actor.teamId, archive: archive.code } },
    });
    const lengths =
      renewal.how === "not_renewable" ? null : renewal.window(ruleValues(archive, rules?.values));
    const today = todayFor(actor);
    const tellable = await tellableOf(tx, actor, { requestId: request.id, cycle: open, base });
    const saved = readReport(open?.progress);
    const report = saved ?? firstReport(renewal, tellable);
    const shown = open ?? (cycle?.state === "rejected" && cycle.kind === "renewal" ? cycle : null);
    return {
      ...{ lengths, tellable, report, isSaved: saved !== null },
      window: renewalWindow(lengths, request.grants, today),
      round: shown && {
        number: shown.number,
        renews: base?.number ?? null,
        startedOn: dayFromColumn(shown.startedOn),
        submittedOn: shown.submittedOn && dayFromColumn(shown.submittedOn),
        isOpen: open !== null && request.isEditable,
      },
      taking: shown ? await takingPart(tx, actor, request.id, shown.number) : [],
      people: await peopleOf(tx, actor, { archive, request, base, today }),
      missing: missingAnswers(progressOf(request), report.answers, {}, []),
    };
  });
}

/**
 * Saves a renewal that is being written: its people, which change the form, and its report.
 * Throws INVALID naming the field, NOT_FOUND, and CONFLICT with the stored renewal in
 * `details.current` when somebody saved in between, or when it was filed or given up.
 */
export async function saveRenewal(
  actor: Member,
  input: RenewalInput,
): Promise<{ version: number }> {
  authorise(actor, "request.edit");
  return inTeam(actor, async (tx) => {
    const request = await load(tx, actor, { id: input.requestId });
    const { open } = request;
    if (!open || !request.isEditable) {
      throw new AppError(
        "CONFLICT",
        "This renewal is not being written any more; look where it stands.",
      );
    }
    if (request.version !== input.version) throw await conflict(tx, actor, request);
    const tellable = await tellableOf(tx, actor, {
      requestId: request.id,
      cycle: open,
      base: request.base,
    });
    const report = {
      answers: readAnswers(progressOf(request), input.answers),
      told: input.told.filter((id) => tellable.some((entry) => entry.id === id)),
    };
    const dropped = await storePeople(tx, actor, request, input);
    const { count } = await tx.request.updateMany({
      where: { id: request.id, teamId: actor.teamId, version: input.version },
      data: { version: { increment: 1 }, updatedAt: actor.now },
    });
    if (count === 0) throw stale(input.version + 1);
    await tx.cycle.updateMany({
      where: { id: open.id, teamId: actor.teamId },
      data: {
        progress: { answers: json(report.answers), told: report.told },
        keeps: input.keeps.map((each) => ({ ...each })),
      },
    });
    await record(tx, actor, {
      action: "renewal.edited",
      subjectType: "cycle",
      subjectId: open.id,
      requestId: request.id,
      data: { name: String(open.number), told: report.told.length, dropped },
    });
    return { version: input.version + 1 };
  });
}

type Loaded = Awaited<ReturnType<typeof load>>;

async function load(tx: Tx, actor: Member, by: { id: string } | { number: number }) {
  const { teamId } = actor;
  const request = await tx.request.findFirst({
    where: { ...by, teamId },
    include: {
      items: { orderBy: { position: "asc" } },
      cycles: { orderBy: { number: "desc" }, take: 1 },
      grants: { where: { endedOn: null }, select: { startsOn: true, endsOn: true } },
    },
  });
  const archive = request && archiveByCode(request.archive);
  if (!request || !archive) throw notFound("request");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const cycle = request.cycles[0] ?? null;
  const open = cycle && joins(cycle) ? cycle : null;
  return {
    ...request,
    ...{ archive, cycle, open, renewal: archive.renewal(request.lifecycle) },
    answers: request.answers as Answers,
    base: await lastApproved(tx, actor, request.id),
    isEditable: request.items.some((item) => stepOf(lifecycle, item.step).editable),
    grants: request.grants.map(({ startsOn, endsOn }) => ({
      startsOn: dayFromColumn(startsOn),
      endsOn: endsOn && dayFromColumn(endsOn),
    })),
  };
}

async function takingPart(tx: Tx, { teamId }: Member, requestId: string, cycle: number) {
  const stays = await tx.itemStep.findMany({
    where: { ...{ teamId, requestId, cycle, leftOn: null }, item: { status: { not: "approved" } } },
    select: { itemId: true },
  });
  return stays.map(({ itemId }) => itemId);
}

function progressOf({ renewal }: Pick<Loaded, "renewal">): readonly Section[] {
  return renewal.how === "not_renewable" ? [] : renewal.progress;
}

function readAnswers(sections: readonly Section[], raw: RenewalInput["answers"]): Answers {
  const parsed = answersSchema(sections, "draft").safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    issue?.path.join(".") ?? "answers",
    issue?.message ?? "This answer cannot be kept.",
  );
}

/** Writes into the form whom the renewal keeps and drops; gives the names of whom it drops. */
async function storePeople(
  tx: Tx,
  actor: Member,
  request: Loaded,
  { keeps }: RenewalInput,
): Promise<string[]> {
  const { archive, base } = request;
  const today = dayOf(actor.now, "UTC");
  const people = await peopleOf(tx, actor, { archive, request, base, today });
  const known = new Map(people.map((person) => [keepKey(person), person]));
  for (const entry of keeps) {
    const person = known.get(keepKey(entry));
    if (!person) throw notFound("person");
    if (!entry.keep && person.mustStay) throw invalid("keeps", person.mustStay);
  }
  const sections = archive.sections(request.lifecycle);
  const answers = applyKeeps(sections, request.answers, keeps);
  await tx.request.updateMany({
    where: { id: request.id, teamId: actor.teamId },
    data: { answers: json(answers) },
  });
  await replaceFunctions(tx, actor, request.id, { sections, answers }, request.items);
  return keeps.flatMap((entry) => (entry.keep ? [] : (known.get(keepKey(entry))?.name ?? [])));
}

/** A renewal as it is stored, for whoever was slower. */
export interface StoredRenewal extends ProgressReport {
  version: number;
  keeps: readonly Keep[];
}

async function conflict(tx: Tx, actor: Member, request: Loaded): Promise<AppError> {
  const { archive, base, open, version } = request;
  const today = todayFor(actor);
  const people = await peopleOf(tx, actor, { archive, request, base, today });
  const current: StoredRenewal = {
    ...(readReport(open?.progress) ?? { answers: {}, told: [] }),
    version,
    keeps: people.map(({ personId, function: held, isKept }) => ({
      ...{ personId, function: held, keep: isKept },
    })),
  };
  return new AppError(
    "CONFLICT",
    "Somebody saved this renewal or its form while you were writing. Nothing of yours is lost: compare both texts and choose.",
    { details: { current } },
  );
}
