"use client";

import { Button, Dialog, Stepper, Title } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { ButtonLink } from "@/components/ui/links";
import classes from "./tour.module.css";
import { tourSteps } from "./tour-steps";

/** Whatever closes itself by Escape, before the tour does. */
const OPEN_ABOVE = "[role=dialog], [role=menu], [role=listbox]";

/**
 * What Gatebook is for, in a few sentences with a link each. It lies in a corner of the page, which
 * stays as usable as ever, and can be left at any step by its button or Escape.
 */
export function Tour(props: {
  team: string;
  step: number;
  /** The reader asked for it, so the focus goes there; one that opens by itself leaves it alone. */
  takesFocus: boolean;
  onStep: (step: number) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("tour");
  const titleId = useId();
  const heading = useFocusWhenAsked(props.takesFocus);
  useEscape(props.onLeave);
  const steps = tourSteps(props.team);
  const last = steps.length - 1;
  const at = Math.min(props.step, last);
  const step = steps[at];
  if (!step) return null;
  return (
    <Dialog
      opened
      role="region"
      aria-labelledby={titleId}
      withinPortal={false}
      position={{ bottom: 16, right: 16 }}
      className={classes.card}
      transitionProps={{ duration: 0 }}
      size="24rem"
    >
      <div className={classes.top}>
        <Title order={2} size="h5" id={titleId} ref={heading} tabIndex={-1}>
          {t("title")}
        </Title>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={props.onLeave}>
          {t("leave")}
        </Button>
      </div>
      <Stepper active={at} onStepClick={props.onStep} iconSize={28} wrap={false}>
        {steps.map(({ id }, index) => (
          <Stepper.Step
            key={id}
            aria-label={t("step", { number: index + 1, title: t(`${id}.title`) })}
            aria-current={index === at ? "step" : undefined}
          />
        ))}
      </Stepper>
      <div aria-live="polite" className={classes.words}>
        <h3 className={classes.title}>{t(`${step.id}.title`)}</h3>
        <p className={classes.sentence}>{t(`${step.id}.words`)}</p>
      </div>
      <div className={classes.ways}>
        <ButtonLink href={step.href} variant="light">
          {t(`${step.id}.open`)}
        </ButtonLink>
        <Button
          variant="default"
          onClick={at === last ? props.onLeave : () => props.onStep(at + 1)}
        >
          {at === last ? t("done") : t("next")}
        </Button>
      </div>
    </Dialog>
  );
}

function useFocusWhenAsked(isAsked: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    // After the menu it was asked for in has given the focus back.
    const soon = setTimeout(() => heading.current?.focus(), 50);
    return () => clearTimeout(soon);
  }, [isAsked]);
  return heading;
}

function useEscape(leave: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      // What has closed by now still holds the place at which the key was pressed.
      if (event.target instanceof Element && event.target.closest(OPEN_ABOVE)) return;
      const above = [...document.querySelectorAll(OPEN_ABOVE)];
      if (!above.some((element) => element.checkVisibility())) leave();
    };
    // While the key goes down to what closes itself, which is then still open.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [leave]);
}
