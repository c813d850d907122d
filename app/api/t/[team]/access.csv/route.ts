import { getTranslations } from "next-intl/server";
import { getReasonWords } from "@/components/access/reason-words-server";
import { contentDisposition } from "@/lib/documents/names";
import { accessFilter } from "@/lib/readiness/access-filter";
import { privateHeaders, teamRoute } from "@/lib/route";
import { accessCsv, type CsvWords } from "@/lib/services/access-csv";
import { todayFor } from "@/lib/team/today";

const COLUMNS = [
  "person",
  "unit",
  "data",
  "archive",
  "state",
  "until",
  "reasons",
  "mustAct",
  "on",
] as const;

/** How many characters go out at once. */
const CHUNK = 64_000;

/** What the access page shows under the same filter, as a file. */
export const GET = teamRoute<{ team: string }>(async (actor, request, { team }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = accessFilter.parse(query);
  const on = filter.on ?? todayFor(actor);
  const lines = await accessCsv(actor, { ...filter, on }, await csvWords());
  return new Response(streamOf(lines), {
    headers: {
      ...privateHeaders(),
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(`access-${team}-${on}.csv`),
    },
  });
});

async function csvWords(): Promise<CsvWords> {
  const header = await getTranslations("access.csvHeader");
  const status = await getTranslations("readiness.status");
  const words = await getReasonWords();
  return {
    header: COLUMNS.map((column) => header(column)),
    status: (each) => status(each),
    reasons: ({ reasons }) => reasons.map(words.sentence).join(" "),
    mustAct: ({ reasons }) =>
      [...new Set(reasons.map(words.who))].filter((who) => who !== null).join("; "),
  };
}

function streamOf(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const rest = lines[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let text = "";
      while (text.length < CHUNK) {
        const next = rest.next();
        if (next.done) {
          controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}
