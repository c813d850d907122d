import { IconCircle, IconCircleCheckFilled, IconCircleDot } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { ProgressStep } from "@/lib/requests/progress";
import classes from "./progress.module.css";

const ICONS = { done: IconCircleCheckFilled, current: IconCircleDot, next: IconCircle } as const;

/** The steps to the approval; each says in words whether it is done, now or to come. */
export function Progress({ steps }: { steps: readonly ProgressStep[] }) {
  const t = useTranslations("requests.page.progress");
  const say = useSay();
  if (steps.length === 0) return null;
  return (
    <ol className={classes.progress} aria-label={t("label")}>
      {steps.map(({ id, label, state }) => {
        const Icon = ICONS[state];
        return (
          // A step can come twice: once done, and again to come.
          <li
            key={`${id} ${state}`}
            data-state={state}
            aria-current={state === "current" ? "step" : undefined}
          >
            <Icon size={18} aria-hidden />
            <span>
              {say(label)}
              <span className={classes.state}>{t(state)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
