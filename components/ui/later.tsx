"use client";

import { Button, Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./later.module.css";
import { Note } from "./note";

/** A component that is fetched when it is first shown, and then known. */
interface Part<Props extends object> {
  load: () => Promise<ComponentType<Props>>;
  known?: ComponentType<Props>;
  /** What stands there meanwhile. */
  coming: ReactNode;
}

/**
 * A component whose code travels when it is first shown, such as the form within a dialog: what
 * nobody opens need not be fetched. Where it cannot be fetched, it says so and offers to try again,
 * and nothing else on the page is lost.
 * @param coming what stands there meanwhile; lines of a form unless told
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  coming: ReactNode = <Coming />,
): ComponentType<Props> {
  const part: Part<Props> = { load, coming };
  return (props) => <Fetched part={part} props={props} />;
}

function Fetched<Props extends object>({ part, props }: { part: Part<Props>; props: Props }) {
  const [Known, setKnown] = useState(() => part.known);
  const [attempt, setAttempt] = useState(1);
  const [failed, setFailed] = useState(0);
  const place = useFocusOfLate(Known !== undefined);
  useEffect(() => {
    let isGone = false;
    part.load().then(
      (component) => {
        part.known = component;
        if (!isGone) setKnown(() => component);
      },
      () => !isGone && setFailed(attempt),
    );
    return () => {
      isGone = true;
    };
  }, [part, attempt]);
  if (Known) {
    return (
      <div ref={place} className={classes.place}>
        <Known {...props} />
      </div>
    );
  }
  return failed < attempt ? part.coming : <NotThere again={() => setAttempt(attempt + 1)} />;
}

/** What comes late takes the focus where it asks for it, as it would have done at once. */
function useFocusOfLate(isThere: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const isLate = useRef(!isThere);
  useEffect(() => {
    if (!isThere || !isLate.current) return;
    isLate.current = false;
    place.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, [isThere]);
  return place;
}

function Coming() {
  const t = useTranslations("ui.later");
  return (
    <div role="status" aria-label={t("coming")}>
      <Skeleton height={36} mb="md" />
      <Skeleton height={36} mb="md" />
      <Skeleton height={36} width="40%" />
    </div>
  );
}

function NotThere({ again }: { again: () => void }) {
  const t = useTranslations("ui.later");
  return (
    <Note tone="bad" title={t("failed")}>
      <Button variant="default" size="compact-sm" onClick={again}>
        {t("again")}
      </Button>
    </Note>
  );
}
