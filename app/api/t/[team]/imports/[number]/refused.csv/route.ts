import { getTranslations } from "next-intl/server";
import { contentDisposition } from "@/lib/documents/names";
import { notFound } from "@/lib/errors";
import { csvLine } from "@/lib/readiness/csv-line";
import { privateHeaders, teamRoute } from "@/lib/route";
import { getImport, listImportRows } from "@/lib/services/imports";

/** How many rows are read at a time. */
const CHUNK = 1_000;

/** What of a source could not be taken over, with the reasons, as a file. */
export const GET = teamRoute<{ team: string; number: string }>(async (actor, _request, params) => {
  if (!/^\d{1,9}$/.test(params.number)) throw notFound("import");
  const { id, number } = await getImport(actor, Number(params.number));
  const t = await getTranslations("imports.csv");
  const lines = [`\ufeff${csvLine([t("at"), t("reason"), t("words")])}`];
  let after: number | undefined;
  do {
    const page = await listImportRows(actor, { importId: id, show: "refused", after, take: CHUNK });
    lines.push(...page.rows.map(({ at, reason, words }) => csvLine([at, reason, words])));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return new Response(lines.join(""), {
    headers: {
      ...privateHeaders(),
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(`import-${number}-refused.csv`),
    },
  });
});
