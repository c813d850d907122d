"use client";

import { Group, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DAY_MEANINGS, MEANINGS, type Meaning } from "@/lib/imports/meanings";
import { columnName } from "@/lib/imports/sheet";
import type { SheetLook } from "@/lib/imports/sheet-look";
import type { SheetMapping } from "@/lib/imports/sheet-mapping";
import { guessStatuses } from "@/lib/imports/sheet-words";

const EXAMPLES = 3;

/** What each column means, with examples of what stands in it, and how its dates are written. */
export function SheetColumns(props: {
  sheet: SheetLook;
  mapping: SheetMapping;
  archives: readonly { code: string; name: string }[];
  onChange: (mapping: SheetMapping) => void;
}) {
  const t = useTranslations("sheets");
  const { sheet, mapping, onChange } = props;
  const [names = [], ...below] = sheet.rows;
  const rows = mapping.columns.map((meaning, at) => ({
    ...{ at, meaning, name: names[at] || columnName(at) },
    examples: [...new Set(below.map((row) => row[at] ?? "").filter(Boolean))].slice(0, EXAMPLES),
  }));
  const mean = (at: number, meaning: Meaning) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((before, index) => (index === at ? meaning : before)),
      // Its words get their meaning as soon as they are statuses; what was chosen for others stays.
      ...(meaning === "status" && {
        statuses: { ...mapping.statuses, ...guessStatuses(sheet.words[at] ?? []) },
      }),
    });
  const columns: Column<(typeof rows)[number]>[] = [
    { ...{ id: "name", header: t("column.name"), isTitle: true }, cell: ({ name }) => name },
    {
      ...{ id: "examples", header: t("column.examples") },
      cell: ({ examples }) => (
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {examples.join(" · ")}
        </Text>
      ),
    },
    {
      ...{ id: "meaning", header: t("column.meaning") },
      cell: ({ at, meaning, name }) => (
        <NativeSelect
          aria-label={t("column.meaningOf", { name })}
          value={meaning}
          onChange={(event) => {
            const chosen = MEANINGS.find((one) => one === event.currentTarget.value);
            if (chosen) mean(at, chosen);
          }}
          data={MEANINGS.map((one) => ({ value: one, label: t(`meaning.${one}`) }))}
        />
      ),
    },
  ];
  const hasDays = mapping.columns.some((meaning) =>
    (DAY_MEANINGS as readonly Meaning[]).includes(meaning),
  );
  return (
    <Stack>
      <DataTable
        caption={t("column.caption")}
        columns={columns}
        rows={rows}
        rowKey={({ at }) => String(at)}
      />
      {hasDays && (
        <Radio.Group
          label={t("order.label")}
          description={t("order.help")}
          value={mapping.dateOrder ?? "unknown"}
          onChange={(order) =>
            onChange({
              ...mapping,
              dateOrder: order === "day_first" || order === "month_first" ? order : null,
            })
          }
        >
          <Group mt="xs">
            {(["day_first", "month_first", "unknown"] as const).map((order) => (
              <Radio key={order} value={order} label={t(`order.${order}`)} />
            ))}
          </Group>
        </Radio.Group>
      )}
      <NativeSelect
        label={t("archive")}
        description={t("archiveHelp")}
        value={mapping.archive ?? ""}
        onChange={(event) => onChange({ ...mapping, archive: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("archiveNone") },
          ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        maw={420}
      />
    </Stack>
  );
}
