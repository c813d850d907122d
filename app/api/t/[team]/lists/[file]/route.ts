import { getTranslations } from "next-intl/server";
import { contentDisposition } from "@/lib/documents/names";
import { notFound } from "@/lib/errors";
import { type ListView, readView } from "@/lib/lists/address";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/lists/export-sheet";
import { LIST_IDS, type ListId } from "@/lib/lists/shape";
import { privateHeaders, teamRoute } from "@/lib/route";
import { getTeam } from "@/lib/services/teams";
import type { Member } from "@/lib/team/actor";
import { todayFor } from "@/lib/team/today";
import { EXPORTS, SHAPES } from "./exported-lists";

const TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** All that a list shows under its address, every page of it, as the file that the address names. */
export const GET = teamRoute<{ team: string; file: string }>(async (actor, request, params) => {
  const [list, format] = fileOf(params.file);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const view = readView(SHAPES[list], query);
  const exported = await EXPORTS[list](actor, view);
  const titles = await getTranslations("lists.export.title");
  const body =
    format === "csv"
      ? streamOf(exported.csv())
      : await exported.workbook(titles(list), await aboutOf(actor, list, view));
  const name = `${list}-${params.team}-${todayFor(actor)}.${format}`;
  return new Response(body, {
    headers: {
      ...privateHeaders(),
      "Content-Type": TYPES[format],
      "Content-Disposition": contentDisposition(name),
    },
  });
});

function fileOf(file: string): [ListId, ExportFormat] {
  const list = LIST_IDS.find((id) => file.startsWith(`${id}.`));
  const format = EXPORT_FORMATS.find((each) => file === `${list}.${each}`);
  if (!list || !format) throw notFound("file");
  return [list, format];
}

/** What the second sheet of a workbook says, so that the file can be understood by itself. */
async function aboutOf(actor: Member, list: ListId, view: ListView) {
  const t = await getTranslations("lists.export");
  const titles = await getTranslations("lists.export.title");
  const team = await getTeam(actor);
  const { column, direction } = view.sort;
  const order = `${direction === "desc" ? "-" : ""}${column}`;
  return {
    name: t("about"),
    lines: (rows: number) =>
      [
        [t("list"), titles(list)],
        [t("team"), team.name],
        [t("filter"), view.q.trim() || t("noFilter")],
        [t("order"), order],
        [t("rows"), String(rows)],
        [t("on"), todayFor(actor)],
        [t("by"), actor.name],
      ] as const,
  };
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
