"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { CopyText } from "@/components/ui/copy-text";
import { Note } from "@/components/ui/note";
import type { ActionResult } from "@/lib/action";
import { FEED_SCOPES, type FeedScope } from "@/lib/calendar/feed-scope";

/** An address in use as the page words it. */
export interface FeedRow {
  id: string;
  scope: FeedScope;
  name: string;
  maker: string;
  isMine: boolean;
  /** When it was made and last read, in words; null where it never was read. */
  made: string;
  read: string | null;
}

/** Makes addresses for calendar programs, shows each once, and lists those in use. */
export function FeedPanel(props: {
  feeds: readonly FeedRow[];
  create: (input: unknown) => Promise<ActionResult<string>>;
  revoke: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("calendar.feeds");
  const { send, isSending, failure } = useSending();
  const [address, setAddress] = useState<string | null>(null);
  // One for each press of a button: sent twice, it makes one address.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  return (
    <Stack>
      <FormProblem failure={failure} />
      <Group gap="sm">
        {FEED_SCOPES.map((scope) => (
          <Button
            key={scope}
            variant="default"
            disabled={isSending}
            onClick={() =>
              send(
                () => props.create({ commandId, scope }),
                (made) => {
                  setAddress(made);
                  setCommandId(crypto.randomUUID());
                },
              )
            }
          >
            {t(`make.${scope}`)}
          </Button>
        ))}
      </Group>
      <div aria-live="polite">{address && <NewAddress address={address} />}</div>
      {props.feeds.length > 0 && <Feeds {...props} />}
    </Stack>
  );
}

/** The address in the one moment in which it is known. */
function NewAddress({ address }: { address: string }) {
  const t = useTranslations("calendar.feeds.new");
  return (
    <Note tone="good" title={t("title")}>
      <p>{t("once")}</p>
      <Group gap="xs" align="flex-end" my="xs">
        <TextInput
          label={t("label")}
          value={address}
          readOnly
          flex="1 1 16rem"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyText text={address} label={t("copy")} copied={t("copied")} />
      </Group>
      <p>{t("how")}</p>
    </Note>
  );
}

function Feeds(props: {
  feeds: readonly FeedRow[];
  revoke: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("calendar.feeds");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }} aria-label={t("list")}>
      <FormProblem failure={failure} />
      {props.feeds.map(({ id, scope, name, maker, isMine, made, read }) => (
        <Group key={id} component="li" justify="space-between" gap="sm">
          <div>
            <Text>{t(`scope.${scope}`, { name })}</Text>
            <Text size="sm" c="dimmed">
              {isMine ? t("made", { made }) : t("madeBy", { made, maker })}{" "}
              {read ? t("read", { read }) : t("neverRead")}
            </Text>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t("revokeLabel", { name, made })}
            disabled={isSending}
            onClick={() =>
              send(
                () => props.revoke({ id }),
                () => tell(t("revoked")),
              )
            }
          >
            {t("revoke")}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
