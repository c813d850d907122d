"use client";

import { Button, Group } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { SaveState } from "./draft-session";
import classes from "./save-bar.module.css";

/** How the text stands with the server, and the two buttons of the form. */
export function SaveBar(props: {
  state: SaveState;
  canSubmit: boolean;
  isSubmitting: boolean;
  onSave: () => void;
}) {
  const t = useTranslations("requests.form.bar");
  return (
    <div className={classes.bar}>
      <SaveWords state={props.state} />
      <Group gap="sm" wrap="nowrap">
        <Button variant="default" onClick={props.onSave} disabled={props.isSubmitting}>
          {t("save")}
        </Button>
        {props.canSubmit && (
          <Button type="submit" loading={props.isSubmitting}>
            {t("submit")}
          </Button>
        )}
      </Group>
    </div>
  );
}

function SaveWords({ state }: { state: SaveState }) {
  const t = useTranslations("requests.form.bar");
  const format = useFormatter();
  const time = (when: Date) =>
    format.dateTime(when, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  // What changes with every letter is for the eyes only; the rest is read out once it is so.
  const isPassing = state.at === "unsaved" || state.at === "saving";
  return (
    <div className={classes.words} data-stuck={state.at === "stuck" || undefined}>
      {isPassing && t(state.at)}
      <span role="status">
        {state.at === "saved" && t("saved", { time: time(state.when) })}
        {state.at === "stuck" && t(`stuck.${state.outcome.why}`)}
      </span>
    </div>
  );
}
