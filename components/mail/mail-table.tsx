"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { MailLine } from "@/lib/services/notices";
import { NOTICE_TONES } from "./notice-tones";
import { useMilestone } from "./use-milestone";

/** A message as the page words it; `when` is the moment it was sent, or else written. */
export type MailRow = Pick<
  MailLine,
  | "id"
  | "kind"
  | "toName"
  | "toAddress"
  | "state"
  | "bounced"
  | "attempts"
  | "error"
  | "number"
  | "gathered"
  | "milestone"
> & { when: string; due: string | null };

/** The team's last messages and how far they got. */
export function MailTable(props: {
  rows: readonly MailRow[];
  resend?: (input: unknown) => Promise<ActionResult>;
}) {
  const { rows, resend } = props;
  const t = useTranslations("mailSettings.list");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  if (rows.length === 0) return <EmptyState sentence={t("empty")} />;
  const columns: Column<MailRow>[] = [
    {
      id: "to",
      header: t("columns.to"),
      isTitle: true,
      cell: ({ toName, toAddress }) => <bdi>{toName || toAddress}</bdi>,
    },
    { id: "about", header: t("columns.about"), cell: (row) => <About {...row} /> },
    { id: "state", header: t("columns.state"), cell: (row) => <State {...row} /> },
    { id: "attempts", header: t("columns.attempts"), cell: ({ attempts }) => attempts },
    { id: "when", header: t("columns.when"), cell: ({ when }) => when },
    {
      id: "actions",
      header: t("columns.actions"),
      align: "end",
      cell: ({ id, state, toName, toAddress }) =>
        resend &&
        state === "failed" && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={isSending}
            aria-label={t("resendLabel", { to: toName || toAddress })}
            onClick={() =>
              send(
                () => resend({ id }),
                () => tell(t("resent", { to: toName || toAddress })),
              )
            }
          >
            {t("resend")}
          </Button>
        ),
    },
  ];
  return (
    <Stack>
      <FormProblem failure={failure} />
      <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Stack>
  );
}

function About({ kind, number, due, gathered, milestone }: MailRow) {
  const milestoneInWords = useMilestone();
  const t = useTranslations("mailSettings.list");
  if (kind === "digest") return t("digest", { count: gathered });
  const what = [t(`kinds.${kind}`), number].filter(Boolean).join(" ");
  if (!due) return what;
  return (
    <>
      {t("due", { what, due })}
      {milestone !== null && (
        <Text size="sm" c="dimmed">
          {milestoneInWords(milestone)}
        </Text>
      )}
    </>
  );
}

function State({ state, bounced, error }: MailRow) {
  const say = useSay();
  const t = useTranslations("mailSettings.states");
  return (
    <>
      <StatusChip tone={NOTICE_TONES[state]} label={t(bounced ? "bounced" : state)} />
      {error && state !== "sent" && (
        <Text size="sm" c="dimmed">
          {say(error)}
        </Text>
      )}
    </>
  );
}
