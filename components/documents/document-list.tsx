import { Anchor } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { dayOf } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { type DocumentLine, documentAddress } from "@/lib/documents/document";
import { FileSize } from "./file-size";

/** The documents of a request, each a link that saves the file. */
export function DocumentList(props: { teamSlug: string; documents: readonly DocumentLine[] }) {
  const t = useTranslations("documents");
  if (props.documents.length === 0) return <EmptyState sentence={t("none")} />;
  const columns: Column<DocumentLine>[] = [
    {
      id: "name",
      header: t("name"),
      isTitle: true,
      cell: (line) => (
        <Anchor href={documentAddress(props.teamSlug, line.id)} inherit>
          <bdi>{line.name}</bdi>
        </Anchor>
      ),
    },
    { id: "size", header: t("size"), align: "end", cell: (line) => <FileSize bytes={line.size} /> },
    { id: "by", header: t("uploadedBy"), cell: (line) => <bdi>{line.uploadedBy}</bdi> },
    {
      id: "at",
      header: t("uploadedAt"),
      cell: (line) => (
        <time dateTime={line.createdAt.toISOString()}>
          {formatDay(dayOf(line.createdAt, "UTC"))}
        </time>
      ),
    },
    {
      id: "hash",
      header: t("sha256"),
      cell: (line) => <code title={line.sha256}>{line.sha256.slice(0, 12)}</code>,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.documents}
      rowKey={(line) => line.id}
    />
  );
}
