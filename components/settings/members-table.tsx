"use client";

import { Button, Select, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ActionResult } from "@/lib/action";
import type { Role } from "@/lib/team/actor";
import { RemoveMember } from "./remove-member";

/** A member as the page words them. */
export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: string;
  isMe: boolean;
}

type Send = (input: unknown) => Promise<ActionResult>;

/** Who signs in to the team. Only with `changeRole` and `remove` can anything be changed. */
export function MembersTable(props: {
  members: readonly MemberRow[];
  roles: readonly Role[];
  changeRole?: Send;
  remove?: Send;
}) {
  const { changeRole, remove } = props;
  const t = useTranslations("settings");
  const words = useTranslations("roles");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const [asked, setAsked] = useState<MemberRow | null>(null);

  function choose(member: MemberRow, role: string | null) {
    if (!changeRole || role === null || role === member.role) return;
    send(
      () => changeRole({ userId: member.userId, role, was: member.role }),
      () => {
        const message = t("roleChanged", { name: member.name, role: words(role as Role) });
        tell(message);
      },
    );
  }

  const columns: Column<MemberRow>[] = [
    {
      id: "name",
      header: t("columns.name"),
      isTitle: true,
      cell: ({ name, isMe }) => (isMe ? `${name} (${t("you")})` : name),
    },
    {
      id: "email",
      header: t("columns.email"),
      cell: ({ email }) => (
        <Text inherit style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
      ),
    },
    {
      id: "role",
      header: t("columns.role"),
      cell: (member) =>
        changeRole ? (
          <Select
            aria-label={t("roleOf", { name: member.name })}
            data={props.roles.map((value) => ({ value, label: words(value) }))}
            value={member.role}
            onChange={(role) => choose(member, role)}
            disabled={isSending}
            allowDeselect={false}
            size="xs"
            w={150}
          />
        ) : (
          words(member.role)
        ),
    },
    { id: "since", header: t("columns.since"), cell: ({ since }) => since },
  ];
  if (remove) {
    columns.push({
      id: "actions",
      header: t("columns.actions"),
      align: "end",
      cell: (member) => (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={t("removeLabel", { name: member.name })}
          onClick={() => setAsked(member)}
        >
          {t("remove")}
        </Button>
      ),
    });
  }
  return (
    <Stack>
      <FormProblem failure={failure} />
      <DataTable
        caption={t("membersCaption")}
        columns={columns}
        rows={props.members}
        rowKey={({ userId }) => userId}
      />
      {remove && <RemoveMember member={asked} remove={remove} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
