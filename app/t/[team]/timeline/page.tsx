import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstRequest } from "@/components/requests/first-request";
import { drawnGroups } from "@/components/timeline/draw-groups";
import { TimelineFilter } from "@/components/timeline/timeline-filter";
import { timelinePath } from "@/components/timeline/timeline-path";
import { TimelineToolbar } from "@/components/timeline/timeline-toolbar";
import { TimelineView } from "@/components/timeline/timeline-view";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { getDates } from "@/components/words/dates";
import { ARCHIVES } from "@/lib/archives/index";
import { addDays } from "@/lib/dates/day";
import { listPeople } from "@/lib/services/people";
import { readTimeline } from "@/lib/services/timeline";
import { requireActor } from "@/lib/session";
import { timelineView } from "@/lib/timeline/view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timeline"))("title") };
}

export default async function TimelinePage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const asked = await props.searchParams;
  const view = timelineView.parse(asked);
  const [timeline, people] = await Promise.all([readTimeline(actor, view), listPeople(actor)]);
  const t = await getTranslations("timeline");
  const dates = await getDates();
  const { window, today, page, pages } = timeline;
  const groups = drawnGroups(team, view, timeline, t(`rest.${view.group}`));
  // Nothing narrows it, and nothing is there: there is nothing yet to choose from.
  const isNew = groups.length === 0 && Object.keys(asked).length === 0;
  const lead = {
    from: dates.month(window.from),
    to: dates.month(addDays(window.before, -1)),
  };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", lead)} />
      {!isNew && (
        <TimelineFilter
          {...{ team, view }}
          people={people.filter(({ id }) => id !== actor.personId)}
          archives={ARCHIVES}
          data={timeline.data}
        />
      )}
      <TimelineToolbar {...{ team, view, window, today }} />
      {groups.length === 0 ? (
        <EmptyState
          sentence={t(isNew ? "empty" : "none")}
          action={
            isNew ? (
              <FirstRequest team={team} actor={actor} />
            ) : (
              <ButtonLink variant="default" href={timelinePath(team)}>
                {t("reset")}
              </ButtonLink>
            )
          }
        />
      ) : (
        <TimelineView {...{ team, view, window, today, groups }} />
      )}
      <Pager {...{ page, pages }} hrefOf={(to) => timelinePath(team, { ...view, page: to })} />
    </>
  );
}
