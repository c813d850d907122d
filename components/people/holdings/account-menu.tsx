"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { IdentityRecord } from "@/lib/services/identities";
import { useHoldingDialog } from "./holding-dialog";

/** What can be recorded of an account. */
export function AccountMenu(props: Pick<IdentityRecord, "id" | "scheme" | "value">) {
  const t = useTranslations("person");
  const open = useHoldingDialog();
  const about = { kind: "identity", id: props.scheme, unitId: null, requestId: null } as const;
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t("account.more", { account: props.value })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(["verify", "prove", "edit", "remove"] as const).map((kind) => (
          <Menu.Item
            key={kind}
            c={kind === "remove" ? "var(--mantine-color-error)" : undefined}
            onClick={() => open({ ...about, step: { kind, rowId: props.id } })}
          >
            {t(`steps.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
