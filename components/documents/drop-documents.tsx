"use client";

import "@mantine/dropzone/styles.css";
import { Button } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload, IconUpload } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTell } from "@/components/forms/use-tell";
import { ACCEPTED } from "@/lib/documents/kinds";
import { type HashedFile, sameFile } from "@/lib/documents/same-file";
import classes from "./drop-documents.module.css";
import { StagedLine } from "./staged-line";
import { isSendable, useStagedFiles } from "./use-staged-files";

/** Takes several files at once, shows what they are before they are sent, and sends them. */
export function DropDocuments(props: {
  team: string;
  requestId: string;
  /** What is kept already. */
  known: readonly HashedFile[];
}) {
  const t = useTranslations("requestPage.documents");
  const router = useRouter();
  const tell = useTell();
  const open = useRef<() => void>(null);
  const { files, isSending, add, send, remove } = useStagedFiles(props);
  const sendable = files.filter(isSendable);

  async function sendAll() {
    const kept = await send();
    if (kept === 0) return;
    tell(t("told", { count: kept }));
    router.refresh();
  }

  return (
    <div className={classes.documents}>
      <Dropzone
        className={classes.zone}
        onDrop={add}
        openRef={open}
        // The button within does that, by mouse and keyboard alike.
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        useFsAccessApi={false}
        inputProps={{ accept: ACCEPTED.join(","), "aria-label": t("fallback") }}
      >
        <IconFileUpload size={24} stroke={1.5} aria-hidden />
        <span>{t("drop")}</span>
        <Button variant="default" size="sm" onClick={() => open.current?.()}>
          {t("choose")}
        </Button>
        <span className={classes.accepted}>{t("accepted")}</span>
      </Dropzone>
      {files.length > 0 && (
        <>
          <ul className={classes.files} aria-label={t("staged")}>
            {files.map((file) => (
              <StagedLine
                key={file.id}
                file={file}
                same={sameFile(file, props.known, files)}
                remove={() => remove(file.id)}
              />
            ))}
          </ul>
          {sendable.length > 0 && (
            <Button
              leftSection={<IconUpload size={16} aria-hidden />}
              onClick={sendAll}
              loading={isSending}
              // The hash of a file is shown before it goes.
              disabled={files.some(({ isHashing }) => isHashing)}
            >
              {t("send", { count: sendable.length })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
