import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import type { MatterName, PlannedDuty } from "@/lib/people/departure";
import { writeNumber } from "@/lib/requests/number";
import classes from "./departure.module.css";

interface Props {
  team: string;
  effect: PlannedDuty["effect"];
  duties: readonly PlannedDuty[];
  today: Day;
}

/** The duties of one kind, each with its day, the rule that gives the day, and the clause. */
export function DutySection({ team, effect, duties, today }: Props) {
  const t = useTranslations("departure");
  const dates = useDates();
  const say = useSay();
  const own = duties.filter((duty) => duty.effect === effect);
  if (own.length === 0) return null;
  return (
    <Panel title={t(`effect.${effect}.title`)} lead={t(`effect.${effect}.lead`)} id={effect}>
      <ul className={classes.lines}>
        {own.map((duty) => (
          <li key={`${duty.subject} ${duty.kind}`}>
            <EndDate {...dates.end(duty.dueOn, today)} />
            <p>{say(duty.what)}</p>
            <p>
              <MatterLink team={team} matter={duty.matter} />
            </p>
            <p className={classes.small}>{t("rule", { rule: say(duty.rule) })}</p>
            <p className={classes.small}>{t("source", { source: duty.source })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What a duty is about: its request or agreement, and the archive. */
function MatterLink({ team, matter }: { team: string; matter: MatterName }) {
  const { kind, id, number, title, archive } = matter;
  const isRequest = kind === "request" && number !== null;
  const href = isRequest
    ? requestPath(team, number)
    : `/t/${encodeURIComponent(team)}/agreements/${id}`;
  return (
    <>
      <TextLink href={href}>{isRequest ? `${writeNumber(number)} · ${title}` : title}</TextLink>
      {`, ${archiveByCode(archive)?.name ?? archive}`}
    </>
  );
}
