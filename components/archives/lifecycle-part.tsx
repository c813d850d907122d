import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LifecycleDiagram } from "@/components/requests/diagram/lifecycle-diagram";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import { gatesOfLifecycle } from "@/lib/archives/guide";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { SeenDurations } from "@/lib/requests/durations";
import classes from "./archive-guide.module.css";
import { GateList } from "./gate-list";
import { MoveTable } from "./move-table";
import { SourceText } from "./source-text";
import { StepTable } from "./step-table";

/** One way to data: its drawing, its conditions and terms, its steps and moves. */
export function LifecyclePart(props: {
  archive: Archive;
  lifecycle: Lifecycle;
  today: Day;
  seen?: SeenDurations["steps"];
}) {
  const t = useTranslations("archivePage");
  const say = useSay();
  const { archive, lifecycle } = props;
  return (
    <Panel title={say(lifecycle.name)} id={lifecycle.id}>
      <div className={classes.part}>
        <LifecycleDiagram lifecycle={lifecycle} />
        <div className={classes.columns}>
          <Part title={t("gates.title")}>
            <GateList gates={gatesOfLifecycle(archive, lifecycle.id)} />
          </Part>
          <Part title={t("terms.title")}>
            <Terms {...props} />
          </Part>
        </div>
        <LifecycleTables lifecycle={lifecycle} seen={props.seen} />
      </div>
    </Panel>
  );
}

/** The two tables of a lifecycle, folded: they are to look something up. */
export function LifecycleTables(props: { lifecycle: Lifecycle; seen?: SeenDurations["steps"] }) {
  const t = useTranslations("archivePage");
  const { lifecycle } = props;
  return (
    <>
      <details className={classes.fold}>
        <summary>{t("steps.title", { count: lifecycle.steps.length })}</summary>
        <StepTable lifecycle={lifecycle} seen={props.seen} />
      </details>
      <details className={classes.fold}>
        <summary>{t("moves.title", { count: lifecycle.moves.length })}</summary>
        <MoveTable lifecycle={lifecycle} />
      </details>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </div>
  );
}

function Terms({
  archive,
  lifecycle,
  today,
}: {
  archive: Archive;
  lifecycle: Lifecycle;
  today: Day;
}) {
  const t = useTranslations("archivePage.terms");
  const say = useSay();
  const terms = archive.terms(lifecycle.id);
  const { endDuty } = terms;
  const { rule } = terms.proposeEnd({ decidedOn: today, startsOn: today });
  return (
    <ul className={classes.points}>
      <li>{say(rule)}</li>
      <li>
        {say(endDuty.whatToDo)} {t("safe", { days: endDuty.safeDaysBefore })}
      </li>
      <li>
        {t("missed")} {say(endDuty.ifMissed)}{" "}
        <span className={classes.small}>
          <SourceText text={endDuty.source} />
        </span>
      </li>
    </ul>
  );
}
