import { closeOutReason } from "../archives/close-out";
import type { PersonFunction } from "../archives/lifecycle";
import type { CertificateBody } from "../certificates/certificate";
import type { CopyKind, PlaceKind } from "../copies/copy";
import { type Day, isDay } from "../dates/day";
import { formatDayLong, formatInstant } from "../dates/format";
import type { Paper, PaperBlock, PaperSection } from "../pdf/paper";
import { copyWords, functionWords, LANGUAGE, words } from "../pdf/words";

type Proof = CertificateBody["steps"][number]["document"];

/** A certificate as a paper; it says what the JSON says, in words. */
export function certificatePaper(body: CertificateBody, sha256: string): Paper {
  const { number, title } = body.request;
  return {
    kicker: words("certificate.kicker"),
    title: words("certificate.title", { number, title }),
    lead: body.statement,
    sections: [
      about(body),
      section("approvals", approvals(body)),
      section("copies", copies(body)),
      section("people", people(body)),
      section("outputs", outputs(body)),
      section("steps", steps(body)),
      section("afterwards", [{ kind: "list", items: body.afterwards }]),
      proof(body, sha256),
    ],
    footer: words("certificate.footer", { number, team: body.team.name }),
    author: body.team.name,
    unprintable: words("unprintable"),
    page: (page, total) => words("page", { number: page, total }),
    lang: LANGUAGE,
    at: new Date(body.issued.at),
  };
}

type Title = "approvals" | "copies" | "people" | "outputs" | "steps" | "afterwards";

function section(title: Title, blocks: readonly PaperBlock[]): PaperSection {
  const none: PaperBlock = {
    kind: "text",
    text: words(title === "copies" ? "certificate.noCopies" : "none"),
  };
  return { title: words(`certificate.${title}`), blocks: blocks.length > 0 ? blocks : [none] };
}

function about({ team, archive, request, closeOut }: CertificateBody): PaperSection {
  const facts = [
    { label: words("certificate.team"), value: team.name },
    { label: words("certificate.institution"), value: team.institution },
    { label: words("certificate.archive"), value: archive },
    { label: words("certificate.archiveNumber"), value: request.archiveNumber ?? "" },
    { label: words("certificate.reason"), value: closeOutReason(closeOut.reason) },
    { label: words("certificate.note"), value: closeOut.note },
    { label: words("certificate.submitted"), value: inWords(request.submittedOn) },
    { label: words("certificate.started"), value: inWords(closeOut.startedOn) },
    { label: words("certificate.completed"), value: inWords(closeOut.completedOn) },
  ];
  return { title: words("certificate.about"), blocks: [{ kind: "facts", facts }] };
}

function approvals({ approvals }: CertificateBody): PaperBlock[] {
  return approvals.map((approval) => ({
    kind: "entry",
    title: approval.name.includes(approval.unit)
      ? approval.name
      : `${approval.name} (${approval.unit})`,
    facts: [
      { label: words("certificate.person"), value: approval.person ?? "" },
      { label: words("certificate.archiveNumber"), value: approval.archiveNumber ?? "" },
      { label: words("certificate.decided"), value: inWords(approval.decidedOn) },
      { label: words("certificate.from"), value: inWords(approval.from) },
      { label: words("certificate.until"), value: inWords(approval.until) || words("openEnded") },
      { label: words("certificate.ended"), value: inWords(approval.endedOn) },
    ],
  }));
}

function copies({ copies }: CertificateBody): PaperBlock[] {
  return copies.map((copy) => ({
    kind: "entry",
    title: copy.what,
    facts: [
      { label: words("certificate.kind"), value: copyWords(`kind.${copy.kind as CopyKind}`) },
      {
        label: words("certificate.place"),
        value: `${copyWords(`placeKind.${copy.placeKind as PlaceKind}`)}: ${copy.place}`,
      },
      { label: words("certificate.units"), value: copy.units.join(", ") },
      { label: words("certificate.put"), value: dayBy("putBy", copy.putOn, copy.putBy) },
      { label: words("certificate.madeOf"), value: copy.madeOf ?? "" },
      {
        label: words("certificate.destroyed"),
        value: copy.destroyedOn
          ? dayBy("destroyedBy", copy.destroyedOn, copy.destroyedBy ?? "")
          : words("certificate.kept"),
      },
      { label: words("certificate.method"), value: copy.method ?? "" },
      { label: words("certificate.witness"), value: copy.witness ?? "" },
      { label: words("certificate.document"), value: documentLine(copy.document) },
    ],
  }));
}

function dayBy(key: "putBy" | "destroyedBy", day: string, name: string): string {
  return words(`certificate.${key}`, { on: inWords(day), name });
}

function people({ people }: CertificateBody): PaperBlock[] {
  return people.map(({ name, functions, from, until }) => ({
    kind: "entry",
    title: name,
    facts: [
      {
        label: words("certificate.functions"),
        value: functions.map((held) => functionWords(held as PersonFunction)).join(", "),
      },
      {
        label: words("certificate.when"),
        value: until
          ? words("certificate.time", { from: inWords(from), until: inWords(until) })
          : words("certificate.timeOpen", { from: inWords(from) }),
      },
    ],
  }));
}

function outputs({ outputs }: CertificateBody): PaperBlock[] {
  const items = outputs.map(({ title, reference, on }) =>
    [title, reference, inWords(on)].filter(Boolean).join(", "),
  );
  return items.length > 0 ? [{ kind: "list", items }] : [];
}

function steps({ steps }: CertificateBody): PaperBlock[] {
  return steps.map((step) => ({
    kind: "entry",
    title: step.label,
    facts: [
      { label: words("certificate.done"), value: inWords(step.doneOn) },
      ...step.answers.map(({ question, answer }) => ({ label: question, value: answer })),
      { label: words("certificate.document"), value: documentLine(step.document) },
      { label: words("certificate.recordedBy"), value: step.recordedBy },
    ],
  }));
}

function proof({ issued, history }: CertificateBody, sha256: string): PaperSection {
  const at = formatInstant(new Date(issued.at), "UTC");
  const facts = [
    { label: words("certificate.hash"), value: sha256 },
    {
      label: words("certificate.issued"),
      value: words("certificate.issuedBy", { at: `${at} UTC`, name: issued.by }),
    },
    {
      label: words("certificate.history"),
      value: words("certificate.historyText", { events: history.events, head: history.head }),
    },
  ];
  return {
    title: words("certificate.proof"),
    blocks: [
      { kind: "text", text: words("certificate.proofText") },
      { kind: "facts", facts },
    ],
  };
}

function documentLine(document: Proof): string {
  return document ? words("certificate.documentHash", document) : "";
}

function inWords(day: string | null): string {
  return day !== null && isDay(day) ? formatDayLong(day as Day) : (day ?? "");
}
