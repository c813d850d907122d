"use client";

import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { Lifecycle, Move } from "@/lib/archives/lifecycle";
import { stepOf } from "@/lib/requests/lifecycle";
import { undoOf } from "@/lib/requests/undo";
import { type MovesProps, STANDING } from "./moves-props";
import classes from "./told-move.module.css";

/** So long a message with something to press stays, in milliseconds; it stays on while it has the focus. */
const STAYS = 30_000;

type Told = Pick<MovesProps, "team" | "request" | "items" | "undo">;

/** Says that a move was recorded, and offers to undo it to whoever may, where nothing hangs on it. */
export function useToldMove(
  lifecycle: Lifecycle,
  props: Told,
): (move: Move, itemIds: readonly string[], version: number) => void {
  const t = useTranslations("requests.move");
  const words = useTranslations("requestPage.undo");
  const say = useSay();
  const takeBack = useTakeBack(props);
  const idOf = (version: number) => `moved ${props.request.id} ${version}`;

  return (move, itemIds, version) => {
    // What was offered for the move before cannot be undone any more.
    notifications.hide(idOf(props.request.version));
    const done = t("done", { step: say(stepOf(lifecycle, move.to).label) });
    if (!props.undo || !canUndo(lifecycle, props.items, { move, itemIds, version })) {
      notifications.show({ message: done, color: "green" });
      return;
    }
    const id = idOf(version);
    const press = () => {
      notifications.hide(id);
      takeBack(move, version);
    };
    const message = (
      <Group className={classes.told} onFocus={() => stayOpen()}>
        <span>{done}</span>
        <Button variant="light" size="compact-sm" onClick={press}>
          {words("button")}
        </Button>
      </Group>
    );
    const stayOpen = () => notifications.update({ id, message, color: "green", autoClose: false });
    notifications.show({ id, message, color: "green", autoClose: STAYS });
  };
}

/** Takes the last move back at once, and says how that went. */
function useTakeBack({ team, request, undo }: Told) {
  const t = useTranslations("requests.move");
  const words = useTranslations("requestPage.undo");
  const say = useSay();
  return async (move: Move, version: number) => {
    document.getElementById(STANDING)?.focus();
    const commandId = crypto.randomUUID();
    const why = words("why");
    const result = await undo?.(team, { commandId, requestId: request.id, version, why }).catch(
      () => null,
    );
    if (result?.ok) {
      notifications.show({ message: words("done", { label: say(move.label) }) });
      return;
    }
    const message = result ? say(result.message) : t("unreachable");
    notifications.show({ title: words("refused"), message, color: "red" });
  };
}

/** Whether the move that was just made could be undone, by the rule that the server asks too. */
function canUndo(
  lifecycle: Lifecycle,
  items: MovesProps["items"],
  { move, itemIds, version }: { move: Move; itemIds: readonly string[]; version: number },
): boolean {
  const went = items.filter(({ id, step }) => itemIds.includes(id) && move.from.includes(step));
  const from = went.map(({ id, step, stepSince, granted }) => ({
    ...{ item: id, step, since: stepSince, granted },
  }));
  const line = { seq: 1, action: "request.moved", data: { move: move.id, version, from } };
  return undoOf(lifecycle, [line], version).ok;
}
