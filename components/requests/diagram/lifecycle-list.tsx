import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { waysBack } from "@/lib/requests/diagram";
import { stepOf } from "@/lib/requests/lifecycle";
import { statusTone } from "../status-tone";
import classes from "./lifecycle-diagram.module.css";
import { isOver, type Place } from "./place";

/** A lifecycle in words: each step with what leads on from it. */
export function LifecycleList(props: { lifecycle: Lifecycle; place?: Place }) {
  const t = useTranslations("diagram");
  const party = useTranslations("requests.waiting.party");
  const over = useTranslations("requestPage.diagram");
  const say = useSay();
  const { lifecycle, place } = props;
  return (
    <ol className={classes.list} aria-label={t("steps", { name: say(lifecycle.name) })}>
      {lifecycle.steps.map((step) => {
        const here = place?.here[step.id] ?? 0;
        const back = waysBack(lifecycle, step.id);
        const onward = lifecycle.moves.filter(({ from }) => from.includes(step.id));
        return (
          <li key={step.id} aria-current={here > 0 ? "step" : undefined}>
            <StatusChip label={say(step.label)} tone={statusTone(step.status)} />
            {step.waitingOn !== "nobody" && <span> {party(step.waitingOn)}</span>}
            {here > 0 && <b className={classes.now}> {t("here", { count: here })}</b>}
            {isOver(place, step.id) && <span> · {over("over")}</span>}
            {here === 0 && place?.visited.steps.includes(step.id) && <span> · {t("been")}</span>}
            {onward.length > 0 && (
              <ul className={classes.onward}>
                {onward.map((move) => (
                  <li key={move.id}>
                    {t(back.includes(move) ? "wayBack" : "wayOn", {
                      move: say(move.label),
                      step: say(stepOf(lifecycle, move.to).label),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
