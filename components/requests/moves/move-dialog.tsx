"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormProvider } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import type { Move } from "@/lib/archives/lifecycle";
import { AskInput } from "./ask-input";
import { GrantFields } from "./grant-fields";
import { ItemChoice } from "./item-choice";
import { type MovesProps, STANDING } from "./moves-props";
import { PaperChoice } from "./paper-choice";
import { SectionChoice } from "./section-choice";
import { type Refusal, useMoveForm } from "./use-move-form";

interface Props extends MovesProps {
  asked: Move;
  /** The items ticked at first, and those that can go. */
  ticked: readonly string[];
  able: readonly string[];
  opener: HTMLElement | null;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks what a move needs and carries it out. */
export function MoveDialog(props: Props) {
  const { asked, onClose } = props;
  const [isDone, setDone] = useState(false);
  const t = useTranslations("requests.move");
  const say = useSay();
  const archive = archiveByCode(props.archive);
  if (!archive) throw new RangeError(`No archive ${props.archive}`);
  const lifecycle = props.lifecycle.id;
  const { form, isSubmitting, refusal, onSubmit } = useMoveForm({
    ...props,
    archive,
    onDone: () => {
      setDone(true);
      onClose();
    },
  });
  const hasChoice = asked.scope === "item" && (props.able.length > 1 || asked.reselect === true);
  return (
    <Dialog
      opened={props.isOpen}
      onClose={onClose}
      title={say(asked.label)}
      size="lg"
      // The button that opened this may be gone with the step it belonged to.
      giveFocusBack={() => (isDone ? document.getElementById(STANDING) : props.opener)?.focus()}
    >
      <FormProvider {...form}>
        <Form onSend={onSubmit}>
          <Stack gap="md">
            {asked.effect === "file" && (
              <Note tone="info">
                <p>{t("file", { archive: archive.name })}</p>
              </Note>
            )}
            {hasChoice && (
              <ItemChoice
                items={props.items}
                able={props.able}
                reselect={asked.reselect === true}
              />
            )}
            {asked.asks.map((ask, index) => (
              <AskInput key={ask.id} ask={ask} isFirst={!hasChoice && index === 0} />
            ))}
            {asked.effect === "send_back" && (
              <SectionChoice archive={archive} lifecycle={lifecycle} />
            )}
            {asked.effect === "grant" && (
              <GrantFields
                {...props}
                archive={archive}
                lifecycle={lifecycle}
                isFirst={!hasChoice && asked.asks.length === 0}
              />
            )}
            {asked.paper !== undefined && asked.effect !== "grant" && (
              <PaperChoice
                name="documentId"
                {...props}
                words={{
                  label: t("paper", { paper: say(asked.paper) }),
                  none: t("noPaper"),
                  upload: t("paperUpload"),
                }}
              />
            )}
            {refusal && (
              <RefusalNote
                refusal={refusal}
                label={say(asked.label)}
                isOver={props.able.length === 0}
              />
            )}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t("cancel")}
              </Button>
              <Button
                type="submit"
                loading={isSubmitting}
                color={asked.tone === "danger" ? "red" : undefined}
                disabled={props.able.length === 0}
              >
                {t("submit")}
              </Button>
            </Group>
          </Stack>
        </Form>
      </FormProvider>
    </Dialog>
  );
}

/** Why it did not work; after somebody else's change with a way to see the new state. */
function RefusalNote(props: { refusal: Refusal; label: string; isOver: boolean }) {
  const t = useTranslations("requests.move");
  const say = useSay();
  const router = useRouter();
  const [hasLooked, setLooked] = useState(false);
  const [isLoading, load] = useTransition();
  const isNew = hasLooked && !isLoading;
  const news = props.isOver ? t("gone", { label: props.label }) : t("reloaded");
  return (
    <div role="alert">
      <Note tone="bad" title={t("refused")}>
        <p>{isNew ? news : say(props.refusal.message)}</p>
        {props.refusal.isStale && !isNew && (
          <Button
            variant="default"
            size="xs"
            mt="xs"
            loading={isLoading}
            onClick={() =>
              load(() => {
                setLooked(true);
                router.refresh();
              })
            }
          >
            {t("reload")}
          </Button>
        )}
      </Note>
    </div>
  );
}
