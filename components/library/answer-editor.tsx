"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";
import type { ActionResult } from "@/lib/action";
import type { AnswerTopic } from "@/lib/archives/form";
import type { LibraryAnswer } from "@/lib/services/library";

const AnswerForm = later(() => import("./answer-form").then((module) => module.AnswerForm));

export type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** The button that adds an answer, and its dialog. */
export function AddAnswer(props: { topics: readonly [AnswerTopic, ...AnswerTopic[]]; add: Send }) {
  const t = useTranslations("library");
  const [isOpen, { open, close }] = useDisclosure(false);
  const [commandId, setCommandId] = useState("");
  const tell = useTell();
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          setCommandId(crypto.randomUUID());
          open();
        }}
      >
        {t("add")}
      </Button>
      <AnswerDialog title={t("addTitle")} isOpen={isOpen} onClose={close}>
        <AnswerForm
          start={{ topic: props.topics[0], title: "", text: "" }}
          version={null}
          topics={props.topics}
          save={(fields) => props.add({ commandId, ...fields })}
          onSaved={({ title }) => {
            close();
            tell(t("added", { title }));
          }}
          onCancel={close}
        />
      </AnswerDialog>
    </>
  );
}

/** The button that edits an answer, and its dialog. */
export function EditAnswer({ answer, change }: { answer: LibraryAnswer; change: Send }) {
  const t = useTranslations("library");
  const [isOpen, { open, close }] = useDisclosure(false);
  const tell = useTell();
  const { id, topic, title, text, version } = answer;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={16} aria-hidden />}
        aria-label={t("editLabel", { title })}
        onClick={open}
      >
        {t("edit")}
      </Button>
      <AnswerDialog title={t("editTitle", { title })} isOpen={isOpen} onClose={close}>
        <AnswerForm
          start={{ topic, title, text }}
          version={version}
          topics={[topic]}
          save={(fields, based) =>
            change({ id, version: based, title: fields.title, text: fields.text })
          }
          onSaved={(saved) => {
            close();
            tell(t("changed", { title: saved.title }));
          }}
          onCancel={close}
        />
      </AnswerDialog>
    </>
  );
}

/** The button that takes an answer out of use, or back into it. */
export function RetireAnswer({ answer, retire }: { answer: LibraryAnswer; retire: Send }) {
  const t = useTranslations("library");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const { id, title, isRetired } = answer;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={isSending}
        aria-label={t(isRetired ? "restoreLabel" : "retireLabel", { title })}
        onClick={() =>
          send(
            () => retire({ id, isRetired: !isRetired }),
            () => tell(t(isRetired ? "restored" : "retired", { title })),
          )
        }
      >
        {t(isRetired ? "restore" : "retire")}
      </Button>
      {failure && <span role="alert">{failure.message || t("unreachable")}</span>}
    </>
  );
}

/** A dialog that no stray click closes. */
function AnswerDialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={props.title} size="lg">
      {props.children}
    </Dialog>
  );
}
