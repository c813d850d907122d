"use client";

import { Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { later } from "@/components/ui/later";
import type { TeamName } from "./team-switcher";

const PhoneDrawer = later(() => import("./phone-drawer").then((file) => file.PhoneDrawer), null);

/** The navigation on a phone: a burger that opens a drawer. */
export function PhoneMenu(props: { team: TeamName; teams: readonly TeamName[] }) {
  const t = useTranslations("shell");
  const [isWanted, setWanted] = useState(false);
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Burger
        size="sm"
        onClick={() => {
          setWanted(true);
          open();
        }}
        aria-label={t("openMenu")}
        aria-expanded={isOpen}
      />
      {isWanted && <PhoneDrawer {...props} isOpen={isOpen} close={close} />}
    </>
  );
}
