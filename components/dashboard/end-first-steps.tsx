"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTransition } from "react";

/** Puts the list of first steps away. */
export function EndFirstSteps(props: { end: () => Promise<unknown>; children: ReactNode }) {
  const [isSending, startTransition] = useTransition();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={isSending}
      onClick={() =>
        startTransition(async () => {
          // Where the server cannot be reached the list simply stays.
          await props.end().catch(() => undefined);
        })
      }
    >
      {props.children}
    </Button>
  );
}
