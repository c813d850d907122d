"use client";

import { Button, Divider } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** The other way in, where an institution is set up. */
export function InstitutionButton(props: { provider: string; name: string; callbackPath: string }) {
  const t = useTranslations("signIn");
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Divider label={t("or")} />
      <Button
        variant="default"
        size="md"
        fullWidth
        loading={isLeaving}
        onClick={async () => {
          setLeaving(true);
          await signIn(props.provider, { callbackUrl: props.callbackPath });
        }}
      >
        {t("institution", { name: props.name })}
      </Button>
    </>
  );
}
