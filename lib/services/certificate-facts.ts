import type { Prisma } from "@/prisma/client/client";
import type { CloseOutRules } from "../archives/close-out";
import { archiveByCode } from "../archives/index";
import type { Ask, PersonFunction } from "../archives/lifecycle";
import { nameOfUnit } from "../catalogue/unit-name";
import type { CertificateBody } from "../certificates/certificate";
import { type AccessOf, earlierEnd, laterDay, peopleWithAccess } from "../certificates/people";
import { type Day, dayFromColumn, isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import type { LoadedCloseOut } from "./close-out-rows";
import { type CopyLine, loadCopiesOf } from "./copy-rows";
import type { Tx } from "./transaction";

/** Functions that sign or vouch and open no data. */
const OFFICES: readonly PersonFunction[] = [
  "signing_official",
  "it_director",
  "legal_representative",
];

const MEMBER = { select: { id: true, name: true, startsOn: true, endsOn: true } } as const;

const REQUEST = {
  ...{ number: true, title: true, archive: true, lifecycle: true, archiveNumber: true },
  submittedOn: true,
  team: { select: { name: true, institution: true } },
  people: { select: { function: true, person: MEMBER } },
  grants: {
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    include: {
      person: MEMBER,
      item: { select: { archiveNumber: true } },
      unit: { include: { dataset: { select: { shortTitle: true } } } },
    },
  },
  agreements: { select: { people: { include: { person: MEMBER } } } },
  outputs: {
    orderBy: [{ output: { on: "asc" } }, { outputId: "asc" }],
    select: { output: true },
  },
} satisfies Prisma.RequestSelect;

type RequestRow = Prisma.RequestGetPayload<{ select: typeof REQUEST }>;

/** Reads all that a completed close-out certifies, but who issues it when. */
export async function certificateFacts(
  tx: Tx,
  actor: Member,
  closeOut: LoadedCloseOut,
): Promise<Omit<CertificateBody, "issued" | "history">> {
  const { requestId } = closeOut;
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId: actor.teamId, id: requestId } },
    select: REQUEST,
  });
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const rules = archive.closeOut(request.lifecycle);
  const completedOn = closeOut.completedOn ?? closeOut.startedOn;
  return {
    ...{ kind: "gatebook.close-out-certificate", format: 1, id: closeOut.id },
    statement: `${request.team.name} states that the close-out of this request is complete as written here. This is the team’s own record, kept in Gatebook; ${archive.name} did not issue it.`,
    ...{ team: request.team, archive: archive.name },
    request: {
      ...{ number: `GB-${request.number}`, title: request.title },
      ...{ archiveNumber: request.archiveNumber, lifecycle: request.lifecycle },
      submittedOn: optionalDay(request.submittedOn),
    },
    closeOut: {
      ...{ reason: closeOut.reason, note: closeOut.note },
      ...{ startedOn: closeOut.startedOn, completedOn },
    },
    approvals: request.grants.map(approval),
    copies: (await loadCopiesOf(tx, actor, requestId)).map((copy) => copyFact(copy)),
    people: peopleWithAccess(accessOf(request, completedOn)),
    outputs: request.outputs.map(({ output: { kind, title, reference, on } }) => ({
      ...{ kind, title, reference, on: dayFromColumn(on) },
    })),
    steps: stepFacts(rules, closeOut),
    afterwards: [...rules.afterwards],
  };
}

function approval(grant: RequestRow["grants"][number]): CertificateBody["approvals"][number] {
  return {
    ...{ unit: grant.unit.code, name: nameOfUnit(grant.unit) },
    ...{ person: grant.person?.name ?? null, archiveNumber: grant.item.archiveNumber },
    ...{ decidedOn: dayFromColumn(grant.decidedOn), from: dayFromColumn(grant.startsOn) },
    ...{ until: optionalDay(grant.endsOn), endedOn: optionalDay(grant.endedOn) },
  };
}

function copyFact(copy: CopyLine): CertificateBody["copies"][number] {
  const { what, kind, place, placeKind, putOn, destroyedOn, method, witness } = copy;
  return {
    ...{ what, kind, place, placeKind, putOn, destroyedOn, method, witness },
    units: copy.units.map(({ code }) => code),
    putBy: copy.putBy.name,
    madeOf: copy.madeOf?.what ?? null,
    destroyedBy: copy.destroyedBy?.name ?? null,
    document: copy.document && { name: copy.document.name, sha256: copy.document.sha256 },
  };
}

/** Who could open the data: holders of an approval, and whom the request and its agreement name. */
function accessOf(request: RequestRow, completedOn: Day): AccessOf[] {
  const personal = request.grants.flatMap((grant) => {
    const until = earlierEnd(optionalDay(grant.endedOn), optionalDay(grant.endsOn));
    return grant.person
      ? [within(grant.person, "applicant", dayFromColumn(grant.startsOn), until)]
      : [];
  });
  const first = request.grants.map(({ startsOn }) => dayFromColumn(startsOn)).sort()[0];
  const isOpenToNamed = first !== undefined && request.grants.some(({ personId }) => !personId);
  if (!isOpenToNamed) return personal.flat();
  const named = request.people
    .filter((entry) => !OFFICES.includes(entry.function as PersonFunction))
    .map((entry) => within(entry.person, entry.function, first, completedOn));
  const listed = request.agreements
    .flatMap(({ people }) => people)
    .filter((entry) => !OFFICES.includes(entry.function as PersonFunction))
    .map((entry) => {
      const until = earlierEnd(optionalDay(entry.endsOn), completedOn);
      const named = dayFromColumn(entry.startsOn);
      return within(entry.person, entry.function, laterDay(named, first), until);
    });
  return [...personal, ...named, ...listed].flat();
}

/** A capacity, no longer than the person was on the team; none where the two do not meet. */
function within(
  person: { id: string; name: string; startsOn: Date; endsOn: Date | null },
  held: string,
  from: Day,
  until: Day | null,
): AccessOf[] {
  const joined = dayFromColumn(person.startsOn);
  const start = laterDay(joined, from);
  const end = earlierEnd(until, optionalDay(person.endsOn));
  if (end !== null && end < start) return [];
  return [{ personId: person.id, name: person.name, function: held, from: start, until: end }];
}

function stepFacts(rules: CloseOutRules, { steps }: LoadedCloseOut): CertificateBody["steps"] {
  return steps.map(({ step, doneOn, answers, recordedBy, document }) => {
    const rule = rules.steps.find(({ id }) => id === step);
    const asks: readonly Ask[] = rule?.asks ?? [];
    return {
      ...{ step, label: rule?.label ?? step, doneOn, recordedBy },
      answers: asks
        .filter(({ id, meaning }) => meaning !== "on" && answers[id])
        .map(({ id, label }) => ({ question: label, answer: inWords(answers[id] ?? "") })),
      document: document && { name: document.name, sha256: document.sha256 },
    };
  });
}

function inWords(answer: string): string {
  return isDay(answer) ? formatDay(answer) : answer;
}

function optionalDay(value: Date | null): Day | null {
  return value && dayFromColumn(value);
}
