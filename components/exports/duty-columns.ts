import { getTranslations } from "next-intl/server";
import { getSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import { columnsOf, type ExportColumn } from "@/lib/lists/export-sheet";
import { writeNumber } from "@/lib/requests/number";
import type { DutyLine } from "@/lib/services/duty-rows";

const { text, day } = columnsOf<DutyLine>();

/** What a file says of a duty. */
export async function dutyColumns(): Promise<ExportColumn<DutyLine>[]> {
  const t = await getTranslations("lists.duties.column");
  const own = await getTranslations("lists.export.column");
  const state = await getTranslations("duties.state");
  const say = await getSay();
  return [
    text("duty", t("duty"), ({ kind }) => say(kind.name)),
    text("duty", own("what"), ({ what }) => say(what)),
    day("due", t("due"), ({ dueOn }) => dueOn),
    text("about", own("request"), ({ request }) =>
      request ? `${writeNumber(request.number)} ${request.title}` : null,
    ),
    text("about", own("data"), ({ data }) => data),
    text("about", own("agreement"), ({ agreement }) => agreement?.name ?? null),
    text("about", own("person"), ({ person }) => person?.name ?? null),
    text("owner", t("owner"), ({ owner }) => owner.name),
    text("state", t("state"), (duty) => state(duty.state)),
    text("seen", t("seen"), ({ acknowledgedBy }) => acknowledgedBy),
    text("archive", t("archive"), ({ archive }) => archiveByCode(archive)?.name ?? archive),
    day("closed", t("closed"), ({ closedOn }) => closedOn),
  ];
}
