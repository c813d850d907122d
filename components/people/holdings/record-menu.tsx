"use client";

import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import { typesHeldBy } from "@/lib/people/qualification-types";
import { IDENTITY_SCHEMES } from "@/lib/people/schemes";
import { useHoldingDialog } from "./holding-dialog";

const EVERYWHERE = { unitId: null, requestId: null, step: { kind: "record" } } as const;

/** Records something that nobody has asked for yet: any account, any qualification. */
export function RecordMenu({ holder }: { holder: "person" | "institution" }) {
  const t = useTranslations("person.record");
  const say = useSay();
  const open = useHoldingDialog();
  return (
    <Menu position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t("button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: "auto" }}>
        {holder === "person" && (
          <>
            <Menu.Label>{t("accounts")}</Menu.Label>
            {IDENTITY_SCHEMES.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => open({ ...EVERYWHERE, kind: "identity", id })}>
                {say(name)}
              </Menu.Item>
            ))}
            <Menu.Label>{t("qualifications")}</Menu.Label>
          </>
        )}
        {typesHeldBy(holder).map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => open({ ...EVERYWHERE, kind: "qualification", id })}>
            {say(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
