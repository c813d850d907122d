"use client";

import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useHoldingDialog } from "./holding-dialog";
import type { Recordable } from "./recordable";

const EVERYWHERE = { unitId: null, requestId: null, step: { kind: "record" } } as const;

/** Records something that nobody has asked for yet: any account, any qualification. */
export function RecordMenu({ accounts, qualifications }: Recordable) {
  const t = useTranslations("person.record");
  const open = useHoldingDialog();
  return (
    <Menu position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t("button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: "auto" }}>
        {accounts.length > 0 && (
          <>
            <Menu.Label>{t("accounts")}</Menu.Label>
            {accounts.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => open({ ...EVERYWHERE, kind: "identity", id })}>
                {name}
              </Menu.Item>
            ))}
            <Menu.Label>{t("qualifications")}</Menu.Label>
          </>
        )}
        {qualifications.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => open({ ...EVERYWHERE, kind: "qualification", id })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
