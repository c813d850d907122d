"use client";

import { Button, Radio } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Difference } from "@/lib/requests/merge";
import classes from "./conflict-panel.module.css";

/** A difference with the words that name it and both texts as people read them. */
export interface ShownDifference extends Pick<Difference, "name" | "proposal"> {
  label: string;
  mine: string;
  theirs: string;
  /** The part is shut by now: mine can be read and copied, not saved. */
  isLocked: boolean;
}

/** Two texts of one form, place by place; nothing of either is lost until one is chosen. */
export function ConflictPanel(props: {
  differences: readonly ShownDifference[];
  onChosen: (takeTheirs: ReadonlySet<string>) => void;
}) {
  const t = useTranslations("requests.form.conflict");
  const lock = useTranslations("rounds.lock");
  const panel = useRef<HTMLElement>(null);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const choiceOf = ({ name, proposal, isLocked }: ShownDifference) =>
    isLocked ? "theirs" : (choices[name] ?? proposal);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} tabIndex={-1} className={classes.panel} aria-labelledby="conflict-title">
      <h2 id="conflict-title" className={classes.title}>
        {t("title")}
      </h2>
      <p className={classes.lead}>{t("lead", { count: props.differences.length })}</p>
      {props.differences.map((difference) => (
        <Radio.Group
          key={difference.name}
          label={difference.label}
          labelProps={{ className: classes.label }}
          description={difference.isLocked ? lock("conflict") : undefined}
          value={choiceOf(difference)}
          onChange={(choice) => setChoices((before) => ({ ...before, [difference.name]: choice }))}
        >
          <div className={classes.texts}>
            {(["mine", "theirs"] as const).map((side) => (
              <div key={side} className={classes.text}>
                <Radio
                  value={side}
                  label={t(side)}
                  disabled={difference.isLocked && side === "mine"}
                />
                <p>{difference[side] || t("empty")}</p>
              </div>
            ))}
          </div>
        </Radio.Group>
      ))}
      <Button
        onClick={() =>
          props.onChosen(
            new Set(
              props.differences.flatMap((difference) =>
                choiceOf(difference) === "theirs" ? difference.name : [],
              ),
            ),
          )
        }
      >
        {t("save")}
      </Button>
    </section>
  );
}
