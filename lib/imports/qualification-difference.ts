import type { Archive } from "../archives/archive";
import type { QualificationEntry } from "../archives/status-import";
import { formatDay } from "../dates/format";
import type { FieldChange, Outcome, Question, RowChoice, Seen } from "./change";
import { findPerson } from "./find";
import { type IndexedState, join, type KnownQualification } from "./state";

const OVER = new Set(["rejected", "withdrawn", "closed", "terminated"]);

/** As `differ`, for what a person holds. */
export function compareQualification(
  archive: Archive,
  entry: QualificationEntry,
  choice: RowChoice,
  seen: Seen,
  state: IndexedState,
): Outcome {
  const type = archive.qualifications.find(({ id }) => id === entry.type);
  const step = type?.lifecycle.steps.find(({ id }) => id === entry.step);
  if (!type || !step)
    return { state: "refused", reason: "It is about nothing that Gatebook follows here." };
  const person = findPerson(archive, entry.person, true, choice, seen, state);
  if (!person.ok && "reason" in person) return { state: "refused", reason: person.reason };
  const holder = person.ok ? person.value : null;
  if (person.ok && (holder === null || holder.id === null)) {
    return { state: "refused", reason: "Enter this person first; then read the page again." };
  }
  if (!person.ok)
    return outcome(entry, choice, null, {
      questions: [person.ask],
      fields: [],
      warning: null,
      subject: join("asked", entry.type, entry.at),
    });
  const personId = holder?.id ?? "";
  const name = state.person.get(personId)?.name ?? "";
  const held = current(
    state.qualifications.get(join(personId, type.id)) ?? [],
    type.lifecycle.steps,
    entry,
  );
  const labelOf = (id: string) => type.lifecycle.steps.find((one) => one.id === id)?.label ?? id;
  const approved = step.status === "approved";
  const stays = held !== null && (held.step === step.id || entry.fits.includes(held.step));
  const startsOn = choice.startsOn ?? entry.startsOn ?? (held?.startsOn || null);
  const on = entry.on ?? (approved ? startsOn : null) ?? seen.on;
  const asks = approved && startsOn === null;
  const fields: FieldChange[] = [
    ...(held
      ? []
      : [{ field: "qualification" as const, before: null, after: `${type.name}, ${name}` }]),
    ...(stays
      ? []
      : [{ field: "step" as const, before: held ? labelOf(held.step) : null, after: step.label }]),
    ...(approved && startsOn !== null && startsOn !== (held?.startsOn ?? null)
      ? [{ field: "startsOn" as const, before: held?.startsOn ?? null, after: startsOn }]
      : []),
    ...(entry.completedOn !== null && entry.completedOn !== (held?.completedOn ?? null)
      ? [
          {
            field: "completedOn" as const,
            before: held?.completedOn ?? null,
            after: entry.completedOn,
          },
        ]
      : []),
  ];
  const questions: Question[] =
    asks && !(stays && held)
      ? [
          {
            about: "startsOn",
            why: "The page does not say since when it holds; the mail of the acceptance does.",
            required: true,
            options: [],
          },
        ]
      : [];
  const subject = join(
    personId,
    type.id,
    stays ? (held?.id ?? "") : entry.expired ? "expired" : step.id,
  );
  const change = {
    fields,
    questions,
    subject,
    warning: warningOf(held, stays, labelOf, step),
  };
  if (startsOn !== null && startsOn > seen.on)
    return {
      state: "refused",
      reason: `It begins on ${formatDay(startsOn)}, after the day on which the page was seen.`,
    };
  return outcome(entry, choice, personId, change, {
    ...{ kind: "qualification", archive: archive.code, type: type.id, person: { id: personId } },
    row: held && { id: held.id, version: held.version },
    // A word that fits several steps leaves it in the one that is known.
    ...{ step: stays && held ? held.step : step.id, since: stays && held ? held.stepSince : on },
    startsOn: approved ? startsOn : null,
    completedOn: entry.completedOn ?? held?.completedOn ?? null,
    ...{ reportEndsOn: entry.reportEndsOn, endsOn: entry.endsOn, reference: entry.reference },
  });
}

/** The one that the entry is about: one that stands where it says, else the newest that is not over. */
function current(
  held: readonly KnownQualification[],
  steps: readonly { id: string; status: string }[],
  entry: QualificationEntry,
): KnownQualification | null {
  const same = held.find(({ step }) => step === entry.step || entry.fits.includes(step));
  if (same) return same;
  const isOpen = ({ step }: KnownQualification) => {
    const status = steps.find(({ id }) => id === step)?.status ?? "";
    return !OVER.has(status) && status !== "approved";
  };
  // A new report may be in review while the old one counts, so that what holds is left alone.
  return held.find(isOpen) ?? revoked(held, entry);
}

/** What was accepted is the one that was taken back. */
function revoked(held: readonly KnownQualification[], entry: QualificationEntry) {
  return entry.step === "revoked" ? (held.find(({ step }) => step === "accepted") ?? null) : null;
}

function warningOf(
  held: KnownQualification | null,
  stays: boolean,
  labelOf: (id: string) => string,
  step: { label: string; status: string },
): string | null {
  if (!held || stays || step.status !== "terminated") return null;
  return `This ends what holds: from “${labelOf(held.step)}” to “${step.label}”.`;
}

function outcome(
  entry: QualificationEntry,
  choice: RowChoice,
  personId: string | null,
  found: {
    fields: FieldChange[];
    questions: Question[];
    warning: string | null;
    subject: string;
  },
  plan: Extract<Outcome, { plan: unknown }>["plan"] = null,
): Outcome {
  const { fields, questions, warning, subject } = found;
  return {
    state: fields.length + questions.length > 0 ? "changes" : "unchanged",
    plan: questions.some(({ required }) => required) ? null : plan,
    subject,
    says: JSON.stringify([entry.type, entry.step, entry.startsOn]),
    change: {
      ...{ group: join("person", personId ?? "", entry.type), fields, questions, warning },
      ...{ confirms: null, choice, request: null },
    },
  };
}
