"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import type { ActionResult } from "@/lib/action";
import type { Role } from "@/lib/team/actor";
import { browserTimeZone } from "./browser-time-zone";

/** An invitation as the page words it. */
export interface InvitationLine {
  id: string;
  team: string;
  role: Role;
  inviter: string;
  until: string;
}

/** The teams that invited the reader, each with the button that joins it. */
export function InvitationList(props: {
  invitations: readonly InvitationLine[];
  userName: string;
  accept: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("welcome");
  const roles = useTranslations("roles");
  const { send, isSending, failure } = useSending();
  const [chosen, setChosen] = useState<string>();
  const [userName, setUserName] = useState(props.userName);
  return (
    <Form onSend={() => undefined}>
      <Stack>
        <FormProblem
          failure={failure}
          labels={{ userName: t("yourName") }}
          idOf={() => "joiner-name"}
        />
        <TextInput
          id="joiner-name"
          label={t("yourName")}
          description={t("yourNameHint")}
          autoComplete="name"
          required
          maxLength={200}
          value={userName}
          error={failure?.fields?.userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        {props.invitations.map(({ id, team, role, inviter, until }) => (
          <Group key={id} justify="space-between" wrap="nowrap" gap="md">
            <div>
              <Text fw={550}>{team}</Text>
              <Text size="sm" c="dimmed">
                {t("invitation", { inviter, role: roles(role), until })}
              </Text>
            </div>
            <Button
              loading={isSending && chosen === id}
              onClick={() => {
                setChosen(id);
                send(
                  () => props.accept({ invitationId: id, userName, timeZone: browserTimeZone() }),
                  () => undefined,
                );
              }}
            >
              {t("accept", { team })}
            </Button>
          </Group>
        ))}
      </Stack>
    </Form>
  );
}
