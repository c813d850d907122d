import { Anchor } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { useDates } from "@/components/words/dates";
import { dayOf } from "@/lib/dates/day";
import { type DocumentLine, documentAddress } from "@/lib/documents/document";
import { DeleteDocument } from "./delete-document";
import { FileSize } from "./file-size";
import { DeletedDocument } from "./proof-link";

interface Props {
  teamSlug: string;
  documents: readonly DocumentLine[];
  /** Deletes one; null for readers who may not. */
  remove: ComponentProps<typeof DeleteDocument>["remove"] | null;
}

/** The documents of a request, each a link that saves the file; deleted ones with who and why. */
export function DocumentList(props: Props) {
  const t = useTranslations("documents");
  const dates = useDates();
  if (props.documents.length === 0) return <EmptyState sentence={t("none")} />;
  const columns: Column<DocumentLine>[] = [
    {
      id: "name",
      header: t("name"),
      isTitle: true,
      cell: (line) =>
        line.deleted ? (
          <DeletedDocument name={line.name} deleted={line.deleted} />
        ) : (
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
          {dates.day(dayOf(line.createdAt, "UTC"))}
        </time>
      ),
    },
    {
      id: "hash",
      header: t("sha256"),
      cell: (line) => <code title={line.sha256}>{line.sha256.slice(0, 12)}</code>,
    },
  ];
  const { remove } = props;
  if (remove) {
    columns.push({
      id: "delete",
      header: t("delete.header"),
      align: "end",
      cell: (line) =>
        !line.deleted && <DeleteDocument team={props.teamSlug} document={line} remove={remove} />,
    });
  }
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.documents}
      rowKey={(line) => line.id}
    />
  );
}
