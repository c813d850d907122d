import { getTranslations } from "next-intl/server";
import { getSay } from "@/components/words/say";
import { termCodes } from "@/lib/data-use/term-codes";
import { columnsOf, type ExportColumn } from "@/lib/lists/export-sheet";
import type { UnitLine } from "@/lib/services/unit-list";

/** A unit with how many may open it today; null where that was not worked out. */
export type UnitOfFile = UnitLine & { open: number | null };

const { text, number, day } = columnsOf<UnitOfFile>();

/** What a file says of an access unit. */
export async function unitColumns(): Promise<ExportColumn<UnitOfFile>[]> {
  const t = await getTranslations("lists.units.column");
  const own = await getTranslations("lists.export.column");
  const say = await getSay();
  return [
    text("unit", t("unit"), ({ name }) => name),
    text("unit", t("code"), ({ code }) => code),
    text("unit", own("title"), ({ title }) => title),
    text("archive", t("archive"), ({ archiveName }) => archiveName),
    number("requests", t("requests"), ({ requestCount }) => requestCount),
    number("open", t("open"), ({ open }) => open),
    day("ends", t("ends"), ({ endsOn }) => endsOn),
    text("terms", t("terms"), (unit) => termCodes(unit).join("; ")),
    text("duty", t("duty"), ({ nextDuty }) => nextDuty && say(nextDuty.name)),
    day("duty", own("dueOn"), ({ nextDuty }) => nextDuty?.dueOn ?? null),
  ];
}
