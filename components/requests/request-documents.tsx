import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { DocumentList } from "@/components/documents/document-list";
import { Panel } from "@/components/ui/panel";
import { type DocumentLine, documentAddress } from "@/lib/documents/document";
import classes from "./request-documents.module.css";
import { RequestUpload } from "./request-upload";

/** The documents of a request, and the place to drop more. */
export function RequestDocuments(props: {
  team: string;
  request: { id: string; number: number };
  documents: readonly DocumentLine[];
  canUpload: boolean;
  /** Deletes a document; null for readers who may not. */
  remove: ComponentProps<typeof DocumentList>["remove"];
}) {
  const t = useTranslations("requests.page.documents");
  const { team, request, documents } = props;
  const known = documents
    .filter(({ deleted }) => deleted === null)
    .map(({ name, sha256 }) => ({ name, sha256 }));
  return (
    <Panel title={t("title")} lead={t("note")}>
      <div className={classes.documents}>
        <DocumentList teamSlug={team} documents={documents} remove={props.remove} />
        {props.canUpload && (
          <>
            <RequestUpload team={team} requestId={request.id} known={known} />
            <noscript>
              <PlainUpload team={team} request={request} />
            </noscript>
          </>
        )}
      </div>
    </Panel>
  );
}

/** Where no JavaScript runs: the browser's own form, which sends files to the same address. */
function PlainUpload(props: { team: string; request: { id: string; number: number } }) {
  const t = useTranslations("requestPage.documents");
  return (
    <form
      className={classes.plain}
      method="post"
      encType="multipart/form-data"
      action={documentAddress(props.team)}
    >
      <input type="hidden" name="requestId" value={props.request.id} />
      <input type="hidden" name="number" value={props.request.number} />
      <label>
        {t("fallback")} <input type="file" name="file" multiple required />
      </label>
      <span>{t("accepted")}</span>
      <Button type="submit" variant="default">
        {t("sendPlain")}
      </Button>
    </form>
  );
}
