import { Anchor } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useDates } from "@/components/words/dates";
import { dayOf } from "@/lib/dates/day";
import { type DocumentLine, documentAddress } from "@/lib/documents/document";
import { DeleteDocument } from "./delete-document";
import classes from "./document-list.module.css";
import { FileSize } from "./file-size";
import { DeletedDocument } from "./proof-link";

interface Props {
  teamSlug: string;
  documents: readonly DocumentLine[];
  /** Deletes one; null for readers who may not. */
  remove: ComponentProps<typeof DeleteDocument>["remove"] | null;
}

/** The documents of a request, each a link that saves the file, with its hash; deleted ones with who and why. */
export function DocumentList({ teamSlug, documents, remove }: Props) {
  const t = useTranslations("documents");
  if (documents.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.documents} aria-label={t("caption")}>
      {documents.map((line) => (
        <li key={line.id}>
          <div className={classes.head}>
            {line.deleted ? (
              <DeletedDocument name={line.name} deleted={line.deleted} />
            ) : (
              <Anchor href={documentAddress(teamSlug, line.id)} inherit>
                <bdi>{line.name}</bdi>
              </Anchor>
            )}
            {remove && !line.deleted && (
              <DeleteDocument team={teamSlug} document={line} remove={remove} />
            )}
          </div>
          <Details line={line} />
        </li>
      ))}
    </ul>
  );
}

function Details({ line }: { line: DocumentLine }) {
  const t = useTranslations("requestPage.documents");
  const words = useTranslations("documents");
  const dates = useDates();
  const { sha256, uploadedBy, createdAt } = line;
  return (
    <div className={classes.details}>
      <FileSize bytes={line.size} /> ·{" "}
      <bdi>{t("by", { name: uploadedBy, day: dates.day(dayOf(createdAt, "UTC")) })}</bdi>
      <details className={classes.hash} data-print>
        <summary>{words("hash", { prefix: sha256.slice(0, 12) })}</summary>
        <code>{sha256}</code>
      </details>
    </div>
  );
}
