import { IconCircleCheckFilled, IconCircleDashed } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { requestPath } from "@/components/requests/request-path";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import type { FirstSteps as Steps } from "@/lib/services/first-run";
import { EndFirstSteps } from "./end-first-steps";
import classes from "./first-steps.module.css";

/** What a new team does first. It ticks itself, and can be put away. */
export function FirstSteps(props: {
  team: string;
  steps: Steps;
  mayImport: boolean;
  end: () => Promise<unknown>;
}) {
  const t = useTranslations("firstSteps");
  const { team, steps } = props;
  const lines = linesOf(team, steps);
  const done = lines.filter(({ id }) => steps[id]).length;
  return (
    <Panel
      title={t("title")}
      lead={t("done", { done, all: lines.length })}
      actions={<EndFirstSteps end={props.end}>{t("end")}</EndFirstSteps>}
      flush
    >
      <ol className={classes.list}>
        {lines.map(({ id, href, also }) => (
          <li key={id} className={classes.step} data-done={steps[id]}>
            <Tick isDone={steps[id]} />
            <div className={classes.words}>
              {steps[id] ? (
                <span className={classes.title}>{t(`${id}.title`)}</span>
              ) : (
                <TextLink href={href} className={classes.title}>
                  {t(`${id}.title`)}
                </TextLink>
              )}
              {!steps[id] && (
                <p className={classes.sentence}>
                  {t(`${id}.words`)}{" "}
                  {also && props.mayImport && (
                    <TextLink href={also} underline="always">
                      {t("request.sheet")}
                    </TextLink>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function linesOf(team: string, { number }: Steps) {
  const home = `/t/${team}`;
  return [
    { id: "mail", href: `${home}/settings/notifications`, also: null },
    { id: "people", href: `${home}/people/me`, also: null },
    { id: "request", href: GATED_ENTRIES, also: `${home}/imports/new` },
    { id: "approval", href: number ? requestPath(team, number) : GATED_ENTRIES, also: null },
  ] as const;
}

function Tick({ isDone }: { isDone: boolean }) {
  const t = useTranslations("firstSteps");
  const Icon = isDone ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <Icon
      size={22}
      stroke={1.7}
      className={classes.tick}
      role="img"
      aria-label={t(isDone ? "ticked" : "open")}
    />
  );
}
