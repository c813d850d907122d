import { useTranslations } from "next-intl";
import { Crumbs } from "@/components/ui/crumbs";
import { ExternalButton } from "@/components/ui/external-link";
import { ButtonLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { Day } from "@/lib/dates/day";
import type { SeenDurations } from "@/lib/requests/durations";
import classes from "./archive-guide.module.css";
import { LifecyclePart } from "./lifecycle-part";
import { PrerequisiteList } from "./prerequisite-list";
import { RuleList } from "./rule-list";

/** How access works at an archive, told from the very data by which requests are followed. */
export function ArchiveGuide(props: {
  archive: Archive;
  /** Its entry in the catalogue, and what that says of it. */
  entry: { href: string; access: string; operator: string } | null;
  today: Day;
  /** The reader's team, with what it has seen; null for readers without one. */
  team: { name: string; durationsHref: string; seen: readonly SeenDurations[] } | null;
}) {
  const t = useTranslations("archivePage");
  const catalogue = useTranslations("catalogue");
  const say = useSay();
  const { archive, entry, team, today } = props;
  const { request, item, agreement, unit } = archive.words;
  const crumbs = [
    { href: "/catalogue", label: catalogue("title") },
    ...(entry ? [{ href: entry.href, label: archive.name }] : []),
  ];
  return (
    <>
      <PageHeader
        above={<Crumbs links={crumbs} />}
        title={t("title", { archive: archive.name })}
        lead={entry && t("about", { access: entry.access, operator: entry.operator })}
        actions={
          <ExternalButton href={archive.portalUrl} variant="default">
            {t("portal", { archive: archive.name })}
          </ExternalButton>
        }
      />
      <Note tone="neutral">
        <p>
          {t("words", {
            request: say(request),
            item: say(item),
            agreement: say(agreement),
            unit: say(unit),
          })}
        </p>
        <p>{t(archive.itemPerPerson ? "perPerson" : "perUnit")}</p>
      </Note>
      {team && (
        <p className={classes.team}>
          <ButtonLink href={team.durationsHref} variant="default" size="xs">
            {t("inTeam", { team: team.name })}
          </ButtonLink>
        </p>
      )}
      <div className={classes.parts}>
        {archive.lifecycles.map((lifecycle) => (
          <LifecyclePart
            key={lifecycle.id}
            archive={archive}
            lifecycle={lifecycle}
            today={today}
            seen={
              team
                ? (team.seen.find((each) => each.lifecycle === lifecycle.id)?.steps ?? {})
                : undefined
            }
          />
        ))}
        <Panel title={t("prerequisites.title")} lead={t("prerequisites.lead")}>
          <PrerequisiteList archive={archive} />
        </Panel>
        {archive.rules.length > 0 && (
          <Panel title={t("rules.title")} lead={t("rules.lead")}>
            <RuleList rules={archive.rules} />
          </Panel>
        )}
      </div>
    </>
  );
}
