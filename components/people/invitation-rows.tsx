"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import type { Role } from "@/lib/team/actor";

/** An open invitation as the page words it; `day` is the last on which it can be accepted. */
interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  inviter: string;
  day: string;
  isExpired: boolean;
}

/** Invitations nobody has accepted yet, each with the button that takes it back. */
export function InvitationRows(props: {
  rows: readonly InvitationRow[];
  revoke: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("people.invite");
  const roles = useTranslations("roles");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  return (
    <Stack>
      <FormProblem failure={failure} />
      {props.rows.length === 0 && <Text c="dimmed">{t("none")}</Text>}
      {props.rows.map(({ id, email, role, inviter, day, isExpired }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <div>
            <Text style={{ overflowWrap: "anywhere" }}>{email}</Text>
            <Text size="sm" c="dimmed">
              {t("line", { role: roles(role), inviter })}
              {", "}
              {isExpired ? t("expired", { day }) : t("until", { day })}
            </Text>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            flex="none"
            aria-label={t("revokeLabel", { email })}
            disabled={isSending}
            onClick={() =>
              send(
                () => props.revoke({ invitationId: id }),
                () => tell(t("revoked", { email })),
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
