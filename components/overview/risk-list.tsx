import {
  IconCalendarDue,
  IconCalendarX,
  IconEyeQuestion,
  IconListCheck,
  IconMailX,
  IconUserX,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "@/components/dashboard/dashboard.module.css";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { keyOf, type Risk } from "@/lib/dashboard/risk";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { TeamRisks } from "@/lib/services/team-risks";
import own from "./overview.module.css";
import { endsPath, overduePath, riskPath } from "./overview-path";

const MOST = 8;

const LOOKS = {
  lapsed: { Icon: IconCalendarX, tone: "bad" },
  expired: { Icon: IconUserX, tone: "bad" },
  mail: { Icon: IconMailX, tone: "bad" },
  ending: { Icon: IconCalendarDue, tone: "warn" },
  overdue: { Icon: IconListCheck, tone: "warn" },
  unseen: { Icon: IconEyeQuestion, tone: "neutral" },
} as const;

/** What would hurt the team most, each line with what it is, and for who may act what to do. */
export function RiskList(props: {
  team: string;
  risks: TeamRisks;
  today: Day;
  /** The reader may do something about it. */
  mayAct: boolean;
}) {
  const t = useTranslations("overview.risks");
  const { team, today, mayAct } = props;
  const { risks, counts } = props.risks;
  const shown = risks.slice(0, MOST);
  return (
    <Panel title={t("title")} lead={shown.length > 0 && t("lead")} flush>
      {shown.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ol className={classes.lines}>
          {shown.map((risk) => (
            <RiskLine key={keyOf(risk)} {...{ team, risk, today, mayAct }} />
          ))}
        </ol>
      )}
      <More team={team} shown={shown} counts={counts} />
    </Panel>
  );
}

function RiskLine(props: { team: string; risk: Risk; today: Day; mayAct: boolean }) {
  const t = useTranslations("overview.risks");
  const words = useRiskWords(props.today);
  const { team, risk, mayAct } = props;
  const { Icon, tone } = LOOKS[risk.kind];
  return (
    <li className={own.risk}>
      <span className={own.sign} data-tone={tone}>
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.words}>
        <TextLink href={riskPath(team, risk)} className={classes.duty}>
          <bdi>{words.title(risk)}</bdi>
        </TextLink>
        <span className={classes.small}>
          {words.fact(risk)}
          {mayAct && ` ${t(`do.${risk.kind}`)}`}
        </span>
      </div>
    </li>
  );
}

/** What a risk is about, and what is the matter with it, as sentences. */
export function useRiskWords(today: Day) {
  const t = useTranslations("overview.risks");
  const dates = useDates();
  const say = useSay();
  const when = (on: Day) => ({ date: dates.day(on), distance: dates.distance(today, on) });
  return {
    title(risk: Risk): string {
      switch (risk.kind) {
        case "lapsed":
        case "ending":
          return `${writeNumber(risk.number)} · ${risk.title}`;
        case "expired":
          return `${risk.name} · ${say(risk.what)}`;
        case "overdue":
          return say(risk.what);
        case "unseen":
          return risk.archiveName;
        case "mail":
          return t("mail");
      }
    },
    fact(risk: Risk): string {
      switch (risk.kind) {
        case "mail":
          return t(`fact.${risk.problem}`, { count: risk.mails });
        case "overdue":
          return t("fact.overdue", { ...when(risk.on), owner: risk.owner });
        case "expired":
          return t("fact.expired", when(risk.on));
        default:
          return t(`fact.${risk.kind}`, { ...when(risk.on), count: risk.approvals });
      }
    },
  };
}

/** How many there are beside those that are told, with the lists that have them all. */
function More(props: { team: string; shown: readonly Risk[]; counts: TeamRisks["counts"] }) {
  const t = useTranslations("overview.risks.more");
  const { team, shown, counts } = props;
  const lists = { lapsed: endsPath(team, "past"), ending: endsPath(team, "within30") };
  const hrefs = { ...lists, overdue: overduePath(team), expired: `/t/${team}/people` };
  const rest = (["lapsed", "ending", "overdue", "expired"] as const).flatMap((kind) => {
    const count = counts[kind] - shown.filter((risk) => risk.kind === kind).length;
    return count > 0 ? [{ kind, count, href: hrefs[kind] }] : [];
  });
  if (rest.length === 0) return null;
  return (
    <ul className={own.more} aria-label={t("label")}>
      {rest.map(({ kind, count, href }) => (
        <li key={kind}>
          <TextLink href={href}>{t(kind, { count })}</TextLink>
        </li>
      ))}
    </ul>
  );
}
