"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { REVIEW_STATUSES, type ReviewStatus } from "@/lib/archives/lifecycle";

/** What each word under the status says; those that nobody could tell say nothing until chosen. */
export function SheetWords(props: {
  words: readonly string[];
  statuses: Record<string, ReviewStatus | null>;
  onChange: (statuses: Record<string, ReviewStatus | null>) => void;
}) {
  const t = useTranslations("sheets.word");
  const status = useTranslations("requests.status");
  const { statuses, onChange } = props;
  if (props.words.length === 0) return null;
  const columns: Column<string>[] = [
    { ...{ id: "word", header: t("word"), isTitle: true }, cell: (word) => word },
    {
      ...{ id: "means", header: t("means") },
      cell: (word) => (
        <NativeSelect
          aria-label={t("meansOf", { word })}
          value={statuses[word] ?? ""}
          onChange={(event) => {
            const chosen = REVIEW_STATUSES.find((one) => one === event.currentTarget.value);
            onChange({ ...statuses, [word]: chosen ?? null });
          }}
          data={[
            { value: "", label: t("nothing") },
            ...REVIEW_STATUSES.map((one) => ({ value: one, label: status(one) })),
          ]}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.words}
      rowKey={(word) => word}
    />
  );
}
