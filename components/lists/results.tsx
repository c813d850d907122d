"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "@/components/words/say";
import type { Outcome } from "@/lib/lists/outcome";
import classes from "./selection.module.css";

/** Says of each of several rows what became of it; takes the focus from the form that asked. */
export function Results<Line extends Outcome>(props: {
  lines: readonly Line[];
  nameOf: (line: Line) => ReactNode;
  onClose: () => void;
}) {
  const t = useTranslations("lists.selection");
  const words = useTranslations("forms");
  const say = useSay();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const { lines, nameOf } = props;
  const done = lines.filter(({ ok }) => ok).length;
  return (
    <Stack gap="md">
      <Text role="status">{t("result", { done, refused: lines.length - done })}</Text>
      <ul className={classes.names}>
        {lines.map((line) => (
          <li key={line.id} data-refused={!line.ok || undefined}>
            <span>{nameOf(line)}</span>
            <span className={classes.outcome}>
              {line.ok ? t("done") : t("refused", { why: say(line.message) })}
            </span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button ref={close} onClick={props.onClose} data-autofocus>
          {words("close")}
        </Button>
      </Group>
    </Stack>
  );
}
