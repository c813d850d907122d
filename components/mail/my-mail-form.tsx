"use client";

import { Button, Checkbox, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import type { DutyGroup } from "@/lib/archives/duty-kind";
import type { MailPreferences } from "@/lib/services/mail-preferences";

/** Kinds of duties under one heading. */
export interface KindGroup {
  group: DutyGroup;
  kinds: readonly { id: string; name: string }[];
}

/** What mail its reader wants: the daily one at all, and which kinds of duties in it. */
export function MyMailForm(props: {
  start: MailPreferences;
  groups: readonly KindGroup[];
  save: (input: unknown) => Promise<ActionResult<MailPreferences>>;
}) {
  const t = useTranslations("mailSettings.mine");
  const words = useTranslations("forms");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const [wanted, setWanted] = useState(props.start);
  const { digest, muted } = wanted;
  return (
    <Form
      onSend={() =>
        send(
          () => props.save(wanted),
          (saved) => {
            setWanted(saved);
            tell(t("saved"));
          },
          ({ code, details }) => {
            // What somebody else stored is shown; saving once more is then a decision with it in view.
            if (code === "CONFLICT") setWanted((details as { current: MailPreferences }).current);
          },
        )
      }
    >
      <Stack>
        <FormProblem failure={failure} />
        <Checkbox
          label={t("digest")}
          description={t("digestHint")}
          checked={digest}
          onChange={({ currentTarget: { checked } }) => setWanted({ ...wanted, digest: checked })}
        />
        <Text size="sm" c="dimmed">
          {t(digest ? "mutedLead" : "mutedIdle")}
        </Text>
        {props.groups.map(({ group, kinds }) => (
          <Checkbox.Group
            key={group}
            label={t(`group.${group}`)}
            value={kinds.map(({ id }) => id).filter((id) => !muted.includes(id))}
            onChange={(kept) => {
              const others = muted.filter((id) => !kinds.some((kind) => kind.id === id));
              const now = kinds.map(({ id }) => id).filter((id) => !kept.includes(id));
              setWanted({ ...wanted, muted: [...others, ...now] });
            }}
          >
            <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md" verticalSpacing={8} mt={8}>
              {kinds.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} disabled={!digest} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        ))}
        <Group>
          <Button type="submit" loading={isSending}>
            {words("save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
