"use client";

import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./move-buttons.module.css";
import { type OpenMove, useMoves } from "./moves-provider";

/** The next step as one button, all others behind a menu. `first` goes before: the way to the form. */
export function MoveButtons({ first }: { first?: ReactNode }) {
  const t = useTranslations("requests.page.moves");
  const { open, start, isBusy } = useMoves();
  const primary = first ? undefined : open.find(({ move }) => move.tone === "primary");
  const others = open.filter((entry) => entry !== primary);
  return (
    <Group gap="sm">
      {first}
      {primary && (
        <Button onClick={() => start(primary.move.id)} loading={isBusy} className={classes.step}>
          {primary.move.label}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-start" width={280} shadow="md">
          <Menu.Target>
            <Button
              variant="default"
              rightSection={<IconChevronDown size={16} aria-hidden />}
              disabled={isBusy}
            >
              {t("more")}
            </Button>
          </Menu.Target>
          <MoveMenu moves={others} onChosen={(id) => start(id)} />
        </Menu>
      )}
    </Group>
  );
}

/** The moves of one item, for its line in the table. */
export function ItemMoves({ itemId, name }: { itemId: string; name: string }) {
  const t = useTranslations("requests.page.items");
  const { open, start } = useMoves();
  const own = open.filter(({ move, able }) => move.scope === "item" && able.includes(itemId));
  if (own.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={t("actions", { item: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <MoveMenu moves={own} onChosen={(id) => start(id, [itemId])} />
    </Menu>
  );
}

function MoveMenu(props: { moves: readonly OpenMove[]; onChosen: (moveId: string) => void }) {
  return (
    <Menu.Dropdown>
      {props.moves.map(({ move }) => (
        <Menu.Item
          key={move.id}
          c={move.tone === "danger" ? "var(--mantine-color-error)" : undefined}
          onClick={() => props.onChosen(move.id)}
        >
          {move.label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}
