import { getTranslations } from "next-intl/server";
import { archiveByCode } from "@/lib/archives/index";
import { contentDisposition } from "@/lib/documents/names";
import { dutyFilter } from "@/lib/duties/filter";
import { csvLine } from "@/lib/readiness/csv-line";
import { writeNumber } from "@/lib/requests/filter";
import { privateHeaders, teamRoute } from "@/lib/route";
import { readDuties } from "@/lib/services/duty-pages";
import type { DutyLine } from "@/lib/services/duty-rows";
import { todayFor } from "@/lib/team/today";

const COLUMNS = [
  "kind",
  "what",
  "due",
  "state",
  "owner",
  "request",
  "data",
  "agreement",
  "person",
  "archive",
  "seen",
  "closed",
] as const;

/** What the list of duties shows under the same filter, all pages, as a file. */
export const GET = teamRoute<{ team: string }>(async (actor, request, { team }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const batches = await readDuties(actor, dutyFilter.parse(query));
  const header = await getTranslations("duties.csvHeader");
  const state = await getTranslations("duties.state");
  const lineOf = (duty: DutyLine) => csvLine([...cellsOf(duty, state(duty.state))]);
  async function* pieces() {
    // The mark tells spreadsheets that this is UTF-8.
    yield `\ufeff${csvLine(COLUMNS.map((column) => header(column)))}`;
    for await (const duties of batches) yield duties.map(lineOf).join("");
  }
  return new Response(streamOf(pieces()), {
    headers: {
      ...privateHeaders(),
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(`duties-${team}-${todayFor(actor)}.csv`),
    },
  });
});

function cellsOf(duty: DutyLine, state: string): string[] {
  const { kind, what, dueOn, owner, request, data, agreement, person, archive } = duty;
  return [
    ...[kind.name, what, dueOn, state, owner.name],
    request ? `${writeNumber(request.number)} ${request.title}` : "",
    ...[data ?? "", agreement?.name ?? "", person?.name ?? ""],
    archiveByCode(archive)?.name ?? archive,
    ...[duty.acknowledgedBy ?? "", duty.closedOn ?? ""],
  ];
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
