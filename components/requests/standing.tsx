import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { Step } from "@/lib/archives/lifecycle";
import { addDays, type Day } from "@/lib/dates/day";
import { isAsked } from "@/lib/requests/nudge";
import classes from "./standing.module.css";

/**
 * What the present step means, in words, and what is usual there. Whose move it is stands above, in
 * the frame of every page; what waits outside of the team, below, with the letter that asks.
 */
export function Standing({ step, since, today }: { step: Step; since: Day | null; today: Day }) {
  const t = useTranslations("requests.page");
  const say = useSay();
  const usual = isAsked(step.waitingOn) ? undefined : step.usual;
  return (
    <div className={classes.standing}>
      <p className={classes.sentence}>{say(step.sentence)}</p>
      {usual && since && (
        <p>
          <Usual usual={usual} since={since} today={today} />
        </p>
      )}
      {usual && (
        <details className={classes.source}>
          <summary>{t("usualSource.title")}</summary>
          {usual.source}
        </details>
      )}
    </div>
  );
}

function Usual(props: { usual: NonNullable<Step["usual"]>; since: Day; today: Day }) {
  const t = useTranslations("requests.page");
  const dates = useDates();
  const { expectedDays, chaseAfterDays } = props.usual;
  const chaseFrom = addDays(props.since, chaseAfterDays);
  const isLate = props.today > chaseFrom;
  return (
    <>
      {t("usual", { days: expectedDays })}{" "}
      {isLate ? <b>{t("chase")}</b> : t("chaseFrom", { date: dates.day(chaseFrom) })}
    </>
  );
}

/** The way to the archive's own pages, where the filing happens. */
export function PortalLink({ archive }: { archive: Archive }) {
  const t = useTranslations("requests.page");
  return (
    <ExternalLink href={archive.portalUrl}>{t("portal", { archive: archive.name })}</ExternalLink>
  );
}
