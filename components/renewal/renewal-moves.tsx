"use client";

import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useMoves } from "@/components/requests/moves/moves-provider";
import { useSay } from "@/components/words/say";

/** Moves of the request as buttons, those of them that are open now; `children` where none is. */
export function RenewalMoves(props: {
  moves: readonly string[];
  /** Only of this item. */
  itemId?: string;
  /** Names what it is done with, where several buttons have the same words. */
  about?: string;
  variant?: "filled" | "default" | "subtle";
  size?: "xs" | "sm";
  children?: ReactNode;
}) {
  const { open, start, isBusy } = useMoves();
  const say = useSay();
  const { itemId, about } = props;
  const offered = open.filter(
    ({ move, able }) =>
      props.moves.includes(move.id) && (itemId === undefined || able.includes(itemId)),
  );
  if (offered.length === 0) return props.children;
  return (
    <Group gap="xs">
      {offered.map(({ move }) => (
        <Button
          key={move.id}
          size={props.size ?? "sm"}
          variant={props.variant ?? "filled"}
          loading={isBusy}
          // On a phone the words of a step take two lines.
          h="auto"
          py={6}
          styles={{ label: { whiteSpace: "normal" } }}
          aria-label={about && `${say(move.label)}: ${about}`}
          onClick={() => start(move.id, itemId === undefined ? [] : [itemId])}
        >
          {say(move.label)}
        </Button>
      ))}
    </Group>
  );
}
