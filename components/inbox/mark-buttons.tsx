"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";

export type Mark = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** Marks as read all notices that stood there when the page was read. */
export function MarkAllRead(props: { team: string; upTo: Date; read: Mark }) {
  const t = useTranslations("notices");
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const mark = () =>
    send(
      () => props.read(props.team, { upTo: props.upTo }),
      () => tell(t("allRead")),
    );
  return (
    <>
      <Button variant="default" onClick={mark} loading={isSending}>
        {t("markAll")}
      </Button>
      <FormProblem failure={failure} />
    </>
  );
}

/** Marks one notice as read, or as unread to come back to it. */
export function MarkOne(props: {
  team: string;
  id: string;
  subject: string;
  isRead: boolean;
  read: Mark;
  unread: Mark;
}) {
  const t = useTranslations("notices");
  const { send, isSending, failure } = useSending();
  const { team, id, subject, isRead } = props;
  const mark = isRead ? props.unread : props.read;
  const words = isRead ? "markUnread" : "markRead";
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={isSending}
        aria-label={t("about", { what: t(words), subject })}
        onClick={() =>
          send(
            () => mark(team, { ids: [id] }),
            () => undefined,
          )
        }
      >
        {t(words)}
      </Button>
      <FormProblem failure={failure} />
    </>
  );
}
