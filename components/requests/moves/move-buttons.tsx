"use client";

import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconDots, IconHourglass } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/links";
import { PageLink } from "@/components/ui/page-link";
import { useSay } from "@/components/words/say";
import type { Step } from "@/lib/archives/lifecycle";
import { groupMoves, nextStep } from "@/lib/requests/next-step";
import classes from "./move-buttons.module.css";
import { type OpenMove, useMoves } from "./moves-provider";

interface Props {
  /** Where the request stands. */
  step: Step;
  /** The address of the form, and whether the reader may write in it now. */
  form: { href: string; canEdit: boolean; missing: number };
  /** Who of the team has the next move, and whom the request waits on, in words. */
  persons: readonly { id: string }[];
  waitsOn: string;
  me: string;
}

/** The next step as one button, or whom the request waits on; all else in a quiet menu. */
export function MoveButtons(props: Props) {
  const t = useTranslations("requestPage.step");
  const say = useSay();
  const { open, start, isBusy } = useMoves();
  const { step, form, persons, me } = props;
  const moves = open.map(({ move }) => move);
  const { canEdit, missing } = form;
  const next = nextStep({ ...{ step, persons, me, canEdit, missing }, open: moves });
  const main = next.kind === "move" ? open.find(({ move }) => move.id === next.moveId) : undefined;
  return (
    <Group gap="sm">
      {next.kind === "form" && <ButtonLink href={form.href}>{t("form")}</ButtonLink>}
      {main && (
        <Button onClick={() => start(main.move.id)} loading={isBusy} className={classes.step}>
          {say(main.move.label)}
        </Button>
      )}
      {next.kind === "wait" && (
        <span className={classes.waits}>
          <IconHourglass size={18} stroke={1.8} aria-hidden />
          {t("waits", { who: props.waitsOn })}
        </span>
      )}
      <OtherSteps
        moves={open.filter((entry) => entry !== main)}
        form={canEdit && next.kind !== "form" ? form.href : null}
      />
    </Group>
  );
}

function OtherSteps(props: { moves: readonly OpenMove[]; form: string | null }) {
  const t = useTranslations("requestPage.step");
  const page = useTranslations("requests.page.moves");
  const { start, isBusy } = useMoves();
  if (props.moves.length === 0 && props.form === null) return null;
  return (
    <Menu position="bottom-start" width={300} shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          disabled={isBusy}
        >
          {page("more")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.form !== null && (
          <Menu.Item component={PageLink} href={props.form}>
            {t("form")}
          </Menu.Item>
        )}
        <GroupedMoves moves={props.moves} onChosen={(id) => start(id)} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The moves of one item, for its line in the table. */
export function ItemMoves({ itemId, name }: { itemId: string; name: string }) {
  const t = useTranslations("requests.page.items");
  const { open, start } = useMoves();
  const own = open.filter(({ move, able }) => move.scope === "item" && able.includes(itemId));
  if (own.length === 0) return null;
  return (
    <Menu position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={t("actions", { item: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <GroupedMoves moves={own} onChosen={(id) => start(id, [itemId])} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Moves that lead on, then back, then to an end; headed where there are several kinds. */
function GroupedMoves(props: { moves: readonly OpenMove[]; onChosen: (moveId: string) => void }) {
  const t = useTranslations("requestPage.step.groups");
  const say = useSay();
  const { lifecycle, steps } = useMoves();
  const groups = groupMoves(
    lifecycle,
    steps,
    props.moves.map(({ move }) => move),
  );
  return groups.map(({ id, moves }) => (
    <Fragment key={id}>
      {groups.length > 1 && <Menu.Label>{t(id)}</Menu.Label>}
      {moves.map((move) => (
        <Menu.Item
          key={move.id}
          c={move.tone === "danger" ? "var(--mantine-color-error)" : undefined}
          onClick={() => props.onChosen(move.id)}
        >
          {say(move.label)}
        </Menu.Item>
      ))}
    </Fragment>
  ));
}
