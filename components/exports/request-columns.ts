import { getTranslations } from "next-intl/server";
import { getSay } from "@/components/words/say";
import { dayOf } from "@/lib/dates/day";
import { columnsOf, type ExportColumn } from "@/lib/lists/export-sheet";
import { writeNumber } from "@/lib/requests/number";
import type { RequestRow } from "@/lib/services/request-rows";

const { text, day } = columnsOf<RequestRow>();

/** What a file says of a request; moments are days in the reader's time zone. */
export async function requestColumns(timeZone: string): Promise<ExportColumn<RequestRow>[]> {
  const t = await getTranslations("lists.requests.column");
  const own = await getTranslations("lists.export.column");
  const status = await getTranslations("requests.status");
  const party = await getTranslations("requests.waiting.party");
  const say = await getSay();
  return [
    text("request", own("number"), ({ number }) => writeNumber(number)),
    text("request", t("request"), ({ title }) => title),
    text("request", own("data"), ({ units }) => units.join("; ")),
    text("archive", t("archive"), ({ archiveName }) => archiveName),
    text("holders", t("holders"), ({ holders }) => holders.join("; ")),
    text("stage", t("stage"), ({ step }) => say(step)),
    text("stage", own("status"), (row) => status(row.status)),
    text("waiting", t("waiting"), ({ waitingFor, waitingOn }) =>
      waitingFor.length > 0 ? waitingFor.map(({ name }) => name).join("; ") : party(waitingOn),
    ),
    day("waiting", own("waitingSince"), ({ waitingSince }) => waitingSince),
    day("ends", t("ends"), ({ endsOn }) => endsOn),
    text("duty", t("duty"), ({ nextDuty }) => nextDuty && say(nextDuty.name)),
    day("duty", own("dueOn"), ({ nextDuty }) => nextDuty?.dueOn ?? null),
    day("changed", t("changed"), ({ updatedAt }) => dayOf(updatedAt, timeZone)),
    text("owner", t("owner"), ({ owner }) => owner),
    day("submitted", t("submitted"), ({ submittedOn }) => submittedOn),
    text("archiveNumber", t("archiveNumber"), ({ archiveNumber }) => archiveNumber),
  ];
}
