import { useTranslations } from "next-intl";
import { dutiesPath, dutyPath } from "@/components/duties/duty-path";
import { overduePath, soonDuePath } from "@/components/overview/overview-path";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { DutyPanel, MyDuty } from "@/lib/services/duty-panel";
import classes from "./dashboard.module.css";

/** What is to be done by the reader, what is late first; for organisers how the team stands. */
export function MyDuties({ team, duties, today }: { team: string; duties: DutyPanel; today: Day }) {
  const t = useTranslations("dashboard.duties");
  return (
    <Panel
      title={t("title")}
      lead={duties.team && <TeamDuties team={team} {...duties.team} />}
      flush
    >
      {duties.mine.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {duties.mine.map((duty) => (
            <DutyOfMine key={duty.id} team={team} duty={duty} today={today} />
          ))}
        </ul>
      )}
      {duties.count > duties.mine.length && (
        <p className={classes.more}>
          <TextLink href={dutiesPath(team, "state:open member:me")}>
            {t("all", { count: duties.count })}
          </TextLink>
        </p>
      )}
    </Panel>
  );
}

function DutyOfMine({ team, duty, today }: { team: string; duty: MyDuty; today: Day }) {
  const t = useTranslations("dashboard.duties");
  const dates = useDates();
  const say = useSay();
  const { request, owner, person } = duty;
  const about = [
    request && `${writeNumber(request.number)} · ${request.title}`,
    person && (person.isMe ? t("aboutMe") : t("about", { name: person.name })),
    owner && t("owner", { name: owner }),
  ].filter(Boolean);
  return (
    <li className={classes.task}>
      <div className={classes.words}>
        <TextLink href={dutyPath(team, duty.id)} className={classes.duty}>
          <bdi>{say(duty.what)}</bdi>
        </TextLink>
        {about.length > 0 && <bdi className={classes.small}>{about.join(" · ")}</bdi>}
      </div>
      <EndDate {...dates.end(duty.dueOn, today)} />
    </li>
  );
}

function TeamDuties({ team, missed, soon }: { team: string; missed: number; soon: number }) {
  const t = useTranslations("dashboard.duties.team");
  return (
    <>
      {t("label")} <TextLink href={overduePath(team)}>{t("missed", { missed })}</TextLink>
      {", "}
      <TextLink href={soonDuePath(team)}>{t("soon", { soon })}</TextLink>
    </>
  );
}
