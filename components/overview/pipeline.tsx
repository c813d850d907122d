import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { type Day, daysBetween } from "@/lib/dates/day";
import type { PipelineStep } from "@/lib/services/team-overview";
import own from "./overview.module.css";
import { stepPath } from "./overview-path";

/** Each archive's steps in which requests stand, with how many and since when the first of them. */
export function Pipeline(props: { team: string; pipeline: readonly PipelineStep[]; today: Day }) {
  const t = useTranslations("overview.pipeline");
  const archives = [...Map.groupBy(props.pipeline, ({ archive }) => archive).values()];
  return (
    <Panel title={t("title")} lead={t("lead")} flush>
      {archives.map((steps) => (
        <div key={steps[0]?.archive}>
          <h3 className={own.archive}>{steps[0]?.archiveName}</h3>
          <ul className={own.steps}>
            {steps.map((step) => (
              <Step key={`${step.status} ${step.label}`} {...props} step={step} />
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

function Step({ team, step, today }: { team: string; step: PipelineStep; today: Day }) {
  const t = useTranslations("overview.pipeline");
  const dates = useDates();
  const say = useSay();
  const label = say(step.label);
  const isMoving = step.waitingOn !== "nobody";
  return (
    <li className={own.step}>
      <TextLink
        href={stepPath(team, step)}
        className={own.stepCount}
        aria-label={t("cell", { archive: step.archiveName, step: label, count: step.requests })}
      >
        {String(step.requests)}
      </TextLink>
      <span>{label}</span>
      {isMoving && (
        <span className={own.since} title={dates.day(step.since)}>
          {t("since", { days: Math.max(0, daysBetween(step.since, today)) })}
        </span>
      )}
    </li>
  );
}
