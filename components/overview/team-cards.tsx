import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import type { Day } from "@/lib/dates/day";
import type { TeamNumbers } from "@/lib/services/teams-overview";
import own from "./overview.module.css";
import { endsPath, overduePath, overviewPath, riskPath } from "./overview-path";
import { useRiskWords } from "./risk-list";

/** One team after the other in numbers, each with the worst of its risks. */
export function TeamCards({ teams, today }: { teams: readonly TeamNumbers[]; today: Day }) {
  return (
    <div className={own.teams}>
      {teams.map((team) => (
        <TeamCard key={team.slug} team={team} today={today} />
      ))}
    </div>
  );
}

function TeamCard({ team, today }: { team: TeamNumbers; today: Day }) {
  const t = useTranslations("teams");
  const roles = useTranslations("roles");
  const words = useRiskWords(today);
  const { slug, ends, worst } = team;
  const list = `/t/${slug}/requests`;
  const numbers = [
    { id: "needsMe", count: team.needsMe, href: `${list}?q=needs%3Ame` },
    { id: "underWay", count: team.underWay, href: null },
    { id: "past", count: ends.past, href: endsPath(slug, "past") },
    { id: "within30", count: ends.within30, href: endsPath(slug, "within30") },
    { id: "within90", count: ends.within60 + ends.within90, href: `${list}?q=${WITHIN_90}` },
    { id: "overdue", count: team.overdue, href: overduePath(slug) },
    { id: "risks", count: team.risks, href: overviewPath(slug) },
  ] as const;
  return (
    <Panel
      title={<TextLink href={`/t/${slug}`}>{team.name}</TextLink>}
      lead={t("role", { role: roles(team.role) })}
      actions={
        <ButtonLink
          href={overviewPath(slug)}
          variant="default"
          size="xs"
          aria-label={`${t("overview")}: ${team.name}`}
        >
          {t("overview")}
        </ButtonLink>
      }
    >
      <dl className={own.teamNumbers} aria-label={t("numbers", { team: team.name })}>
        {numbers.map(({ id, count, href }) => (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd className={own.count}>
              {href && count > 0 ? <TextLink href={href}>{String(count)}</TextLink> : count}
            </dd>
          </div>
        ))}
      </dl>
      <p className={own.worst}>
        {worst ? (
          <>
            <TextLink href={riskPath(slug, worst)} underline="always">
              {words.title(worst)}
            </TextLink>{" "}
            {words.fact(worst)}
          </>
        ) : (
          t("calm")
        )}
      </p>
    </Panel>
  );
}

const WITHIN_90 = encodeURIComponent("ends:>30d ends:<=90d");
