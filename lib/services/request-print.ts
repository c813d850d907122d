import type { Archive } from "../archives/archive";
import type { Answers, Section } from "../archives/form";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import type { Day } from "../dates/day";
import { formatDayLong } from "../dates/format";
import { notFound } from "../errors";
import { paperToPdf } from "../pdf/draw";
import type { Paper, PaperBlock, PaperSection } from "../pdf/paper";
import { functionWords, LANGUAGE, statusWords, words } from "../pdf/words";
import { answerText } from "../requests/answer-text";
import { countingFields, sectionsFor } from "../requests/form";
import { findLifecycle, summarise } from "../requests/lifecycle";
import { writeNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type KeptFiling, listFilings } from "./filings";
import { listPeople } from "./people";
import { getRequest, type RequestDetail } from "./requests";
import { inTeam } from "./transaction";

/**
 * A request as a tagged PDF: where it stands, data, people, approvals, the answers section by
 * section, what was filed. What the team says among itself is not printed. Throws NOT_FOUND.
 */
export async function requestPdf(
  actor: Member,
  number: number,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  authorise(actor, "request.read");
  const [request, filings, people, team] = await Promise.all([
    getRequest(actor, number),
    listFilings(actor, number),
    listPeople(actor),
    inTeam(actor, (tx) => tx.team.findUniqueOrThrow({ where: { id: actor.teamId } })),
  ]);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const printing = { actor, archive, request, filings, names, team: team.name };
  return { name: `${writeNumber(number)}.pdf`, bytes: await paperToPdf(requestPaper(printing)) };
}

interface Printing {
  actor: Member;
  archive: Archive;
  request: RequestDetail;
  filings: readonly KeptFiling[];
  /** Names of persons by id. */
  names: ReadonlyMap<string, string>;
  team: string;
}

function requestPaper(printing: Printing): Paper {
  const { actor, archive, request, team } = printing;
  const number = writeNumber(request.number);
  const on = formatDayLong(todayFor(actor));
  const sections: PaperSection[] = [
    standing(printing),
    { title: words("request.data"), blocks: data(request) },
    { title: words("request.people"), blocks: [{ kind: "facts", facts: peopleFacts(request) }] },
    approvals(request),
    ...answers(printing, archive.sections(request.lifecycle)),
    filed(printing),
  ];
  return {
    kicker: words("request.kicker"),
    title: words("request.title", { number, title: request.title }),
    lead: "",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    footer: words("request.footer", { number, team, on }),
    author: team,
    unprintable: words("unprintable"),
    page: (page, total) => words("page", { number: page, total }),
    lang: LANGUAGE,
    at: actor.now,
  };
}

function standing({ archive, request, team }: Printing): PaperSection {
  const { status, step, waitingSince } = summarise(
    findLifecycle(archive, request.lifecycle),
    request.items,
  );
  const facts = [
    { label: words("request.status"), value: statusWords(status) },
    { label: words("request.step"), value: `${step.label}. ${step.sentence}` },
    { label: words("request.since"), value: inWords(waitingSince) },
    { label: words("request.archive"), value: archive.name },
    { label: words("request.archiveNumber"), value: request.archiveNumber ?? "" },
    { label: words("request.submitted"), value: inWords(request.submittedOn) },
    { label: words("request.owner"), value: request.owner.name },
    { label: words("request.team"), value: team },
  ];
  return { title: words("request.standing"), blocks: [{ kind: "facts", facts }] };
}

function data(request: RequestDetail): PaperBlock[] {
  const lifecycle = findLifecycle(archiveOf(request), request.lifecycle);
  return request.items.map((item) => ({
    kind: "entry",
    title: nameOfUnit(item.unit),
    facts: [
      { label: words("request.unit"), value: item.unit.code },
      { label: words("request.person"), value: item.person?.name ?? "" },
      { label: words("request.itemNumber"), value: item.archiveNumber ?? "" },
      { label: words("request.step"), value: summarise(lifecycle, [item]).step.label },
    ],
  }));
}

function archiveOf({ archive }: RequestDetail): Archive {
  const found = archiveByCode(archive);
  if (!found) throw notFound("archive");
  return found;
}

function peopleFacts({ people }: RequestDetail) {
  const held = Map.groupBy(people, ({ person }) => person.id);
  return [...held.values()].map((entries) => ({
    label: entries[0]?.person.name ?? "",
    value: entries.map((entry) => functionWords(entry.function)).join(", "),
  }));
}

function approvals({ items }: RequestDetail): PaperSection {
  const blocks = items.flatMap((item) =>
    item.grants.map((grant) => ({
      kind: "entry" as const,
      title: [nameOfUnit(item.unit), item.person?.name].filter(Boolean).join(" · "),
      facts: [
        { label: words("request.decided"), value: inWords(grant.decidedOn) },
        { label: words("request.from"), value: inWords(grant.startsOn) },
        { label: words("request.until"), value: inWords(grant.endsOn) || words("openEnded") },
        { label: words("request.ended"), value: inWords(grant.endedOn) },
      ],
    })),
  );
  return { title: words("request.approvals"), blocks };
}

function answers({ request, names }: Printing, sections: readonly Section[]): PaperSection[] {
  const part = (section: Section, given: Answers, title: string): PaperSection => {
    const facts = countingFields(section, given).map((field) => ({
      label: field.label,
      value:
        answerText(field, given[field.id], {
          yes: words("yes"),
          personName: (id) => names.get(id),
        }) || words("request.unanswered"),
    }));
    return { title, blocks: facts.length > 0 ? [{ kind: "facts", facts }] : [] };
  };
  return [
    ...sectionsFor(sections, "request").map((each) => part(each, request.answers, each.title)),
    ...request.items.flatMap((item) =>
      sectionsFor(sections, "item").map((each) => {
        const name = item.person?.name ?? nameOfUnit(item.unit);
        const title = words("request.answersOf", { section: each.title, item: name });
        return part(each, item.answers, title);
      }),
    ),
  ];
}

function filed({ filings }: Printing): PaperSection {
  const blocks = filings.map((filing) => ({
    kind: "entry" as const,
    title: words("request.filing", { on: inWords(filing.on) }),
    facts: [
      { label: words("request.round"), value: String(filing.round) },
      { label: words("request.by"), value: filing.by },
      {
        label: words("request.filedUnits"),
        value: filing.items.map(({ unit }) => unit).join(", "),
      },
      {
        label: words("request.filedFiles"),
        value: (filing.documents ?? []).map(({ name }) => name).join(", "),
      },
    ],
  }));
  return { title: words("request.filed"), blocks };
}

function inWords(day: Day | null): string {
  return day ? formatDayLong(day) : "";
}
