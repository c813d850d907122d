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

/** Says that a move was recorded, and offers to undo it to whoever may, where nothing hangs on it. */
export function useToldMove(
  lifecycle: Lifecycle,
  props: Pick<MovesProps, "team" | "request" | "items" | "undo">,
): (move: Move, itemIds: readonly string[], version: number) => void {
  const t = useTranslations("requests.move");
  const words = useTranslations("requestPage.undo");
  const say = useSay();

  async function takeBack(id: string, move: Move, version: number) {
    notifications.hide(id);
    document.getElementById(STANDING)?.focus();
    const commandId = crypto.randomUUID();
    const result = await props
      .undo?.(props.team, { commandId, requestId: props.request.id, version, why: words("why") })
      .catch(() => null);
    notifications.show(
      result?.ok
        ? { message: words("done", { label: say(move.label) }) }
        : {
            title: words("refused"),
            message: result?.message ? say(result.message) : t("unreachable"),
            color: "red",
          },
    );
  }

  return (move, itemIds, version) => {
    const done = t("done", { step: say(stepOf(lifecycle, move.to).label) });
    const isUndoable = props.undo && canUndo(lifecycle, props.items, { move, itemIds, version });
    if (!isUndoable) {
      notifications.show({ message: done, color: "green" });
      return;
    }
    const id = `moved ${props.request.id} ${version}`;
    const message = (
      <Group className={classes.told} onFocus={() => stayOpen()}>
        <span>{done}</span>
        <Button variant="light" size="compact-sm" onClick={() => takeBack(id, move, version)}>
          {words("button")}
        </Button>
      </Group>
    );
    const stayOpen = () => notifications.update({ id, message, color: "green", autoClose: false });
    notifications.show({ id, message, color: "green", autoClose: STAYS });
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
