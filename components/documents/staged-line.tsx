"use client";

import { ActionIcon, Progress } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import classes from "./drop-documents.module.css";
import { FileSize } from "./file-size";
import type { StagedFile } from "./use-staged-files";

interface Props {
  file: StagedFile;
  /** A file with the same content, if any. */
  same: { where: "kept" | "chosen"; name: string } | null;
  remove: () => void;
}

/** A chosen file: what it is, how far it has come, or why it cannot go. */
export function StagedLine({ file, same, remove }: Props) {
  const t = useTranslations("requestPage.documents");
  const { name, kind, share } = file;
  return (
    <li className={classes.file}>
      <div className={classes.head}>
        <b>
          <bdi>{name}</bdi>
        </b>
        {share === null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("remove", { name })}
            onClick={remove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <span className={classes.meta}>
        <FileSize bytes={file.file.size} />
        {kind !== null && <> · {t(`kind.${kind}`)}</>}
      </span>
      <Hash file={file} />
      <div role="status" className={classes.told}>
        <Told file={file} same={same} />
      </div>
      {share !== null && <Progress value={share * 100} aria-label={t("sending", { name })} />}
    </li>
  );
}

function Hash({ file }: { file: StagedFile }) {
  const t = useTranslations("requestPage.documents");
  if (file.refusal?.message !== undefined && file.sha256 === null) return null;
  if (file.isHashing) return <span className={classes.meta}>{t("hashing")}</span>;
  return (
    <span className={classes.hash}>
      {file.sha256 === null ? t("noHash") : t("hash", { hash: file.sha256 })}
    </span>
  );
}

function Told({ file, same }: Pick<Props, "file" | "same">) {
  const t = useTranslations("requestPage.documents");
  const words = useTranslations("documents");
  const say = useSay();
  const { refusal, name, share } = file;
  if (share !== null) return t("sending", { name });
  if (refusal) {
    return (
      <span className={classes.refusal}>
        {refusal.message === undefined ? words("noAnswer") : say(refusal.message)}
      </span>
    );
  }
  if (!same) return null;
  return (
    <span className={classes.same}>
      {t(same.where === "kept" ? "same" : "sameStaged", { name: same.name })}
    </span>
  );
}
