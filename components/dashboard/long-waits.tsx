import { useTranslations } from "next-intl";
import { waitsPath } from "@/components/overview/overview-path";
import { requestPath } from "@/components/requests/request-path";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import { type Day, daysBetween } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { LongWaits as Waits } from "@/lib/services/nudges";
import classes from "./dashboard.module.css";

/** What waits on others for longer than usual; nothing at all where nothing does. */
export function LongWaits(props: {
  team: string;
  waits: Waits;
  today: Day;
  /** The reader may ask for news. */
  mayAsk: boolean;
}) {
  const t = useTranslations("waiting.long");
  const party = useTranslations("requests.waiting.party");
  const say = useSay();
  const { waits, hasMore } = props.waits;
  if (waits.length === 0) return null;
  return (
    <Panel title={t("title")} flush>
      <ul className={classes.lines}>
        {waits.map((wait) => (
          <li key={`${wait.requestId} ${wait.step}`} className={classes.line}>
            <div className={classes.words}>
              <TextLink href={requestPath(props.team, wait.number)}>
                {writeNumber(wait.number)} · <bdi>{wait.title}</bdi>
              </TextLink>
              <span className={classes.small}>
                {t("line", {
                  step: say(wait.step),
                  who: party(wait.waitingOn),
                  days: Math.max(0, daysBetween(wait.since, props.today)),
                })}
              </span>
            </div>
            {props.mayAsk && (
              <ButtonLink
                href={requestPath(props.team, wait.number)}
                variant="default"
                size="xs"
                aria-label={t("askAbout", { number: writeNumber(wait.number) })}
              >
                {t("ask")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className={classes.more}>
          <TextLink href={waitsPath(props.team)}>{t("all")}</TextLink>
        </p>
      )}
    </Panel>
  );
}
