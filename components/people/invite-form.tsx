"use client";

import { Button, Flex, Select, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import type { Role } from "@/lib/team/actor";

/** Invites an address. `roles` are those the reader may give. */
export function InviteForm(props: {
  roles: readonly Role[];
  invite: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.invite");
  const words = useTranslations("roles");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<string | null>("member");
  // One per invitation: pressed twice, it invites once.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  return (
    <Form
      onSend={() =>
        send(
          () => props.invite({ commandId, email, role }),
          () => {
            tell(t("sent", { email }));
            setEmail("");
            setCommandId(crypto.randomUUID());
          },
        )
      }
    >
      <Stack>
        <FormProblem
          failure={failure}
          labels={{ email: t("email"), role: t("role") }}
          idOf={(field) => `invite-${field}`}
        />
        <Flex direction={{ base: "column", sm: "row" }} gap="md" align={{ sm: "flex-end" }}>
          <TextInput
            id="invite-email"
            label={t("email")}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            aria-invalid={failure?.fields?.email !== undefined}
            flex={1}
          />
          <Select
            id="invite-role"
            label={t("role")}
            data={props.roles.map((value) => ({ value, label: words(value) }))}
            value={role}
            onChange={setRole}
            allowDeselect={false}
          />
          <Button type="submit" loading={isSending}>
            {t("send")}
          </Button>
        </Flex>
        {role !== null && <RoleMeaning role={role as Role} />}
      </Stack>
    </Form>
  );
}

function RoleMeaning({ role }: { role: Role }) {
  const words = useTranslations("roles");
  return (
    <div aria-live="polite">
      {words(role)}: {words(`${role}Means`)}
    </div>
  );
}
