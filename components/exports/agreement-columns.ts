import { getTranslations } from "next-intl/server";
import { getSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import { columnsOf, type ExportColumn } from "@/lib/lists/export-sheet";
import { writeNumber } from "@/lib/requests/number";
import type { ListedAgreement } from "@/lib/services/agreement-list";

const { text, day } = columnsOf<ListedAgreement>();

/** What a file says of an agreement. */
export async function agreementColumns(): Promise<ExportColumn<ListedAgreement>[]> {
  const t = await getTranslations("lists.agreements.column");
  const own = await getTranslations("lists.export.column");
  const state = await getTranslations("agreements.state");
  const say = await getSay();
  return [
    text("name", t("name"), ({ name }) => name),
    text("name", own("version"), ({ textVersion }) => textVersion),
    text("name", own("committee"), ({ dac }) => dac),
    text("name", t("archive"), ({ archive }) => archiveByCode(archive)?.name ?? archive),
    text("covers", t("covers"), ({ units }) => units.map(({ name }) => name).join("; ")),
    text("signed", t("signed"), ({ signedBy }) => signedBy.join("; ")),
    text("signed", own("mustSign"), ({ mustSign }) =>
      mustSign.map(({ name, function: held }) => name || held).join("; "),
    ),
    day("starts", t("starts"), ({ startsOn }) => startsOn),
    day("ends", t("ends"), ({ endsOn }) => endsOn),
    text("duty", t("duty"), ({ nextDuty }) => nextDuty && say(nextDuty.name)),
    day("duty", own("dueOn"), ({ nextDuty }) => nextDuty?.dueOn ?? null),
    text("state", t("state"), (row) => state(row.state)),
    text("request", t("request"), ({ request }) =>
      request ? `${writeNumber(request.number)} ${request.title}` : null,
    ),
  ];
}
