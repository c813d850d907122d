"use client";

import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Box } from "@/lib/people/boxes";
import type { HoldingStep } from "@/lib/people/next-steps";
import classes from "./holding-boxes.module.css";
import { useHoldingDialog } from "./holding-dialog";
import { useStepWords } from "./step-words";

/** The next step as one button, all others behind a menu. */
export function BoxActions({ box, name }: { box: Box; name: string }) {
  const t = useTranslations("person.box");
  const open = useHoldingDialog();
  const words = useStepWords();
  const { next, further } = box.steps;
  const start = (step: HoldingStep) => open({ ...box, step });
  return (
    <Group gap="xs" wrap="nowrap" className={classes.actions}>
      {next && (
        <Button
          size="sm"
          // A proof is missing, but nothing is shut for want of it.
          variant={next.kind === "prove" ? "default" : "filled"}
          className={classes.step}
          aria-label={t("stepLabel", { step: words(next, box), name })}
          onClick={() => start(next)}
        >
          {words(next, box)}
        </Button>
      )}
      {further.length > 0 && (
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t("more", { name })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {further.map((step) => (
              <Menu.Item
                key={keyOf(step)}
                c={isDanger(step) ? "var(--mantine-color-error)" : undefined}
                onClick={() => start(step)}
              >
                {words(step, box)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

function keyOf(step: HoldingStep): string {
  const parts = [step.kind, "rowId" in step && step.rowId, step.kind === "move" && step.move.id];
  return parts.join(" ");
}

function isDanger(step: HoldingStep): boolean {
  return step.kind === "remove" || (step.kind === "move" && step.move.tone === "danger");
}
