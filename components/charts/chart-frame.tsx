"use client";

import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { IconPhotoDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useId, useRef, useState } from "react";
import { useTell } from "@/components/forms/use-tell";
import { type BarFacts, heightOf } from "./bar-facts";
import { BarPatterns, fillOf } from "./bar-patterns";
import classes from "./charts.module.css";
import { savePng } from "./save-png";

const Bars = dynamic(() => import("./bars").then((module) => module.Bars), { ssr: false });

/**
 * A chart in a place that is as tall before it is drawn as after. It is fetched when it comes into
 * view, so that the page is there at once. `children` are its numbers.
 */
export function ChartFrame({ facts, children }: { facts: BarFacts; children: ReactNode }) {
  const t = useTranslations("charts");
  const chartId = useId().replaceAll(/[^\w]/g, "");
  const frame = useRef<HTMLElement>(null);
  const { ref, entry } = useIntersection({ rootMargin: "160px" });
  const [isSeen, setSeen] = useState(false);
  if (entry?.isIntersecting && !isSeen) setSeen(true);
  const named = facts.series.flatMap((one, at) => (one.tone === "empty" ? [] : [{ ...one, at }]));
  return (
    <figure className={classes.frame} ref={frame}>
      <BarPatterns chartId={chartId} series={facts.series} />
      {named.length > 1 && (
        <ul className={classes.legend} aria-hidden>
          {named.map(({ id, label, at }) => (
            <li key={id} className={classes.entry}>
              <svg className={classes.swatch} aria-hidden focusable="false">
                <rect width={14} height={14} rx={3} fill={fillOf(chartId, at)} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <div
        ref={ref}
        className={classes.place}
        style={{ "--chart-height": `${heightOf(facts)}px` } as CSSProperties}
        role="img"
        aria-label={facts.description}
      >
        {isSeen && <Bars facts={facts} chartId={chartId} />}
      </div>
      <div className={classes.foot}>
        <details className={classes.numbers} data-print>
          <summary>{t("numbers")}</summary>
          {children}
        </details>
        <SaveButton question={facts.question} frame={() => frame.current} />
      </div>
    </figure>
  );
}

function SaveButton(props: { question: string; frame: () => HTMLElement | null }) {
  const t = useTranslations("charts");
  const tell = useTell();
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    const frame = props.frame();
    if (!frame) return;
    setSaving(true);
    try {
      await savePng(frame, props.question);
    } catch {
      tell(t("notSaved"));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPhotoDown size={16} stroke={1.7} aria-hidden />}
      loading={isSaving}
      aria-label={t("saveOf", { question: props.question })}
      onClick={save}
    >
      {t("save")}
    </Button>
  );
}
