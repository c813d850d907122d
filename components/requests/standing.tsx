import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import type { Archive } from "@/lib/archives/archive";
import type { Step } from "@/lib/archives/lifecycle";
import { addDays, type Day, daysBetween } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { isAsked } from "@/lib/requests/nudge";
import classes from "./standing.module.css";
import { useWaitingWords } from "./waiting-on";

/** Where a request stands, in words: its state, whose move it is and since when, what is usual. */
export function Standing(props: {
  archive: Archive;
  step: Step;
  since: Day | null;
  today: Day;
  persons: readonly { id: string; name: string }[];
  me: string;
}) {
  const t = useTranslations("requests.page");
  const words = useWaitingWords();
  const { step, since, today } = props;
  const isWaiting = step.waitingOn !== "nobody";
  // Of those outside it is told below, with the letter that asks them for news.
  const usual = isAsked(step.waitingOn) ? undefined : step.usual;
  const days = since === null ? 0 : Math.max(0, daysBetween(since, today));
  return (
    <div className={classes.standing}>
      <p className={classes.sentence}>{step.sentence}</p>
      {isWaiting && (
        <p>
          <b>
            {t("waitingDays", {
              who: words({ party: step.waitingOn, persons: props.persons, me: props.me }),
              days,
            })}
          </b>{" "}
          {usual && since && <Usual usual={usual} since={since} today={today} />}
        </p>
      )}
      {isWaiting && usual && (
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
  const { expectedDays, chaseAfterDays } = props.usual;
  const chaseFrom = addDays(props.since, chaseAfterDays);
  const isLate = props.today > chaseFrom;
  return (
    <>
      {t("usual", { days: expectedDays })}{" "}
      {isLate ? <b>{t("chase")}</b> : t("chaseFrom", { date: formatDay(chaseFrom) })}
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
