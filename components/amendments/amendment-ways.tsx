import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import { AMENDMENT_KINDS, type AmendmentKind } from "@/lib/archives/amendment";
import type { Archive } from "@/lib/archives/archive";

/** How each kind of change is made at an archive, also those that cannot be made. */
export function AmendmentWays({ archive }: { archive: Archive }) {
  const t = useTranslations("amendments");
  const say = useSay();
  const columns: Column<AmendmentKind>[] = [
    { id: "kind", header: t("ways.kind"), isTitle: true, cell: (kind) => t(`kind.${kind}`) },
    {
      id: "way",
      header: t("ways.way"),
      cell: (kind) => {
        const { way, withinDays = 0 } = archive.amendments[kind];
        return t(`way.${way}`, { days: withinDays });
      },
    },
    {
      id: "what",
      header: t("ways.what"),
      cell: (kind) => (
        <>
          {say(archive.amendments[kind].sentence)}
          <Text size="sm" c="dimmed">
            {t("source", { source: archive.amendments[kind].source })}
          </Text>
        </>
      ),
    },
  ];
  return (
    <Panel title={t("ways.title", { archive: archive.name })} lead={t("ways.lead")} flush>
      <DataTable
        caption={t("ways.title", { archive: archive.name })}
        columns={columns}
        rows={AMENDMENT_KINDS}
        rowKey={(kind) => kind}
      />
    </Panel>
  );
}
