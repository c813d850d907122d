import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ImportLine } from "@/lib/services/imports";
import { importsHref } from "./import-path";
import { IMPORT_TONES, importState } from "./import-tone";

/** The team's imports, newest first, with what became of their rows. */
export function ImportTable({ team, imports }: { team: string; imports: readonly ImportLine[] }) {
  const t = useTranslations("imports");
  const dates = useDates();
  const say = useSay();
  return (
    <DataTable
      caption={t("list.caption")}
      rows={imports}
      rowKey={({ id }) => id}
      isMarked={({ state }) => state === "preview"}
      columns={[
        {
          id: "name",
          header: t("list.name"),
          isTitle: true,
          cell: ({ number, name }) => (
            <TextLink href={importsHref(team, number)}>
              {t("called", { number, name: say(name) })}
            </TextLink>
          ),
        },
        { id: "seen", header: t("list.seen"), cell: ({ seenOn }) => dates.day(seenOn) },
        {
          id: "state",
          header: t("list.state"),
          cell: ({ state }) => (
            <StatusChip
              label={t(`state.${importState(state)}`)}
              tone={IMPORT_TONES[importState(state)]}
            />
          ),
        },
        {
          id: "open",
          header: t("list.open"),
          align: "end",
          cell: ({ counts }) => counts.changes + counts.accepted,
        },
        {
          id: "applied",
          header: t("list.applied"),
          align: "end",
          cell: ({ counts }) => counts.applied + counts.confirmed,
        },
        {
          id: "refused",
          header: t("list.refused"),
          align: "end",
          cell: ({ counts }) => counts.refused + counts.overtaken,
        },
        { id: "by", header: t("list.by"), cell: ({ createdBy }) => createdBy },
      ]}
    />
  );
}
