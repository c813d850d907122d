"use client";

import { Kbd, Modal, Switch, Title } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { SHORTCUTS, type Shortcut } from "@/lib/shortcuts/keys";
import classes from "./shortcut-sheet.module.css";
import type { ShortcutSwitch } from "./use-shortcuts";

/** What a row says: `then` one key after another, `with` at once, `or` one of them. */
interface Row {
  does: Shortcut | "find" | "move" | "open" | "newTab" | "close";
  keys: readonly string[];
  joined?: "then" | "with" | "or";
}

const { go, act } = SHORTCUTS;

function groupsOf(mod: string, mayBegin: boolean) {
  const going = (Object.keys(go) as (keyof typeof go)[]).map(
    (does): Row => ({ does, keys: go[does], joined: "then" }),
  );
  const acting = (Object.keys(act) as (keyof typeof act)[])
    .filter((does) => does !== "newRequest" || mayBegin)
    .map((does): Row => ({ does, keys: act[does] }));
  const found: Row[] = [
    { does: "find", keys: [mod, "K"], joined: "with" },
    { does: "move", keys: ["↑", "↓"], joined: "or" },
    { does: "open", keys: ["↵"] },
    { does: "newTab", keys: [mod, "↵"], joined: "with" },
    { does: "close", keys: ["Esc"] },
  ];
  return [
    { id: "go", rows: going },
    { id: "search", rows: found },
    { id: "act", rows: acting },
  ] as const;
}

/** Everything that can be done by keys alone, and the switch for keys without Ctrl. */
export function ShortcutSheet(props: ShortcutSwitch & { onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const mod = t(useOs() === "macos" ? "key.command" : "key.control");
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("title")}
      closeButtonProps={{ "aria-label": t("close") }}
      size="lg"
    >
      <div className={classes.groups}>
        {groupsOf(mod, props.mayBegin).map(({ id, rows }) => (
          <section key={id}>
            <Title order={3} size="h5" className={classes.title}>
              {t(`group.${id}`)}
            </Title>
            <dl className={classes.list}>
              {rows.map((row) => (
                <Fragment key={row.does}>
                  <dt>{t(`does.${row.does}`)}</dt>
                  <dd className={classes.keys}>
                    <Keys {...row} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="xl"
        checked={props.isOn}
        onChange={(event) => props.setOn(event.currentTarget.checked)}
        label={t("switch.label")}
        description={t("switch.description")}
      />
    </Modal>
  );
}

function Keys({ keys, joined }: Row) {
  const t = useTranslations("shortcuts.joined");
  return keys.map((key, place) => (
    <Fragment key={key}>
      {place > 0 && joined && <span className={classes.joined}>{t(joined)}</span>}
      <Kbd>{key}</Kbd>
    </Fragment>
  ));
}
