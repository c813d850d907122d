"use client";

import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBooks } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";
import { Note } from "@/components/ui/note";
import type { AnswerTopic, Field } from "@/lib/archives/form";
import type { LibraryAnswer } from "@/lib/services/library";
import classes from "./from-library.module.css";
import { useShelf } from "./shelf";

const AnswerForm = later(() =>
  import("@/components/library/answer-form").then((module) => module.AnswerForm<{ id: string }>),
);

const MarkedText = later(
  () => import("@/components/rounds/marked-text").then((module) => module.MarkedText),
  null,
);

interface Props {
  field: Field & { topic: AnswerTopic };
  /** The question's name in the flat form. */
  entry: string;
  value: string;
  onChange: (text: string) => void;
}

/** What the team's library has to say on a question: its answers, and what changed since one was taken. */
export function FromLibrary(props: Props) {
  const t = useTranslations("library.form");
  const { answers, uses } = useShelf();
  const { entry, value } = props;
  const use = uses[entry];
  const taken = value === "" ? undefined : answers.find(({ id }) => id === use?.answerId);
  const isBehind = taken && use && !taken.isRetired && use.answerVersion < taken.version;
  return (
    <div className={classes.row}>
      <LibraryMenu {...props} />
      {taken && !isBehind && (
        <span className={classes.hint}>
          {t(value === taken.text ? "taken" : "takenChanged", { title: taken.title })}
        </span>
      )}
      {taken && isBehind && <ChangedSince {...props} answer={taken} />}
    </div>
  );
}

function LibraryMenu(props: Props) {
  const t = useTranslations("library.form");
  const { answers, add } = useShelf();
  const { field, value } = props;
  const take = useTaking(props);
  const [isOpen, { open, close }] = useDisclosure(false);
  const offered = answers.filter(({ topic, isRetired }) => topic === field.topic && !isRetired);
  return (
    <>
      <Menu position="bottom-start" width={300} shadow="md">
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconBooks size={16} aria-hidden />}
            aria-label={t("menuLabel", { field: field.label })}
          >
            {t("menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.length === 0 && <Menu.Item disabled>{t("none")}</Menu.Item>}
          {offered.map((answer) => (
            <Menu.Item key={answer.id} onClick={() => take(answer)}>
              {t("insert", { title: answer.title })}
            </Menu.Item>
          ))}
          {add && value !== "" && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={open}>{t("saveTo")}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {add && (
        <Dialog title={t("saveTitle")} opened={isOpen} onClose={close} size="lg">
          <SaveToLibrary {...props} add={add} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

/** Puts an answer into the question; what was written there goes only when somebody says so. */
function useTaking({ entry, value, onChange }: Props): (answer: LibraryAnswer) => void {
  const t = useTranslations("library.form");
  const { use } = useShelf();
  return ({ id, title, text, version }) => {
    const isFree = value.trim() === "" || value === text;
    if (!isFree && !window.confirm(t("replaces", { title }))) return;
    onChange(text);
    use({ entry, answerId: id, answerVersion: version });
  };
}

function SaveToLibrary(
  props: Props & { add: NonNullable<ReturnType<typeof useShelf>["add"]>; onDone: () => void },
) {
  const t = useTranslations("library");
  const { onAdded } = useShelf();
  const { field, entry, value, onDone } = props;
  const [commandId] = useState(() => crypto.randomUUID());
  const tell = useTell();
  return (
    <AnswerForm
      start={{ topic: field.topic, title: "", text: value }}
      version={null}
      topics={[field.topic]}
      save={(fields) => props.add({ commandId, ...fields })}
      onSaved={({ title, text }, { id }) => {
        onAdded({ id, topic: field.topic, title, text, version: 1, isRetired: false }, entry);
        tell(t("added", { title }));
        onDone();
      }}
      onCancel={onDone}
    />
  );
}

/** The library moved on: both texts as one, and the choice between them. */
function ChangedSince({ entry, value, onChange, answer }: Props & { answer: LibraryAnswer }) {
  const t = useTranslations("library.form");
  const { use } = useShelf();
  const settle = () => use({ entry, answerId: answer.id, answerVersion: answer.version });
  return (
    <div className={classes.changed}>
      <Note tone="warn" title={t("changed", { title: answer.title })}>
        {value !== answer.text && (
          <details className={classes.texts}>
            <summary>{t("differs")}</summary>
            <MarkedText before={value} after={answer.text} />
          </details>
        )}
        <div className={classes.buttons}>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              onChange(answer.text);
              settle();
            }}
          >
            {t("take")}
          </Button>
          <Button variant="default" size="xs" onClick={settle}>
            {t("keep")}
          </Button>
        </div>
      </Note>
    </div>
  );
}
