import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarFilterForm } from "@/components/calendar/calendar-filter";
import { CalendarView } from "@/components/calendar/calendar-view";
import { FeedPanel } from "@/components/calendar/feed-panel";
import { dutiesPath } from "@/components/duties/duty-path";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { ARCHIVES } from "@/lib/archives/index";
import { calendarFilter } from "@/lib/calendar/filter";
import { firstDay } from "@/lib/calendar/months";
import { readCalendar } from "@/lib/services/calendar";
import { listCalendarFeeds } from "@/lib/services/calendar-feeds";
import { listPeople } from "@/lib/services/people";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { todayFor } from "@/lib/team/today";
import { createFeed, revokeFeed } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const filter = calendarFilter.parse(await props.searchParams);
  const [calendar, people] = await Promise.all([readCalendar(actor, filter), listPeople(actor)]);
  const t = await getTranslations("calendar");
  const dates = await getDates();
  const { months } = calendar;
  const [first, last] = [months.at(0), months.at(-1)];
  const { now, timeZone = "UTC" } = actor;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={
          first &&
          last &&
          t("lead", { from: dates.month(firstDay(first)), to: dates.month(firstDay(last)) })
        }
        actions={
          <>
            <ButtonLink href={dutiesPath(team)} variant="default">
              {t("allDuties")}
            </ButtonLink>
            <ButtonLink href="#subscribe" variant="default">
              {t("feeds.title")}
            </ButtonLink>
          </>
        }
      />
      <CalendarFilterForm
        team={team}
        filter={filter}
        people={people.filter(({ id }) => id !== actor.personId)}
        archives={ARCHIVES}
      />
      <CalendarView calendar={calendar} reader={{ team, today: todayFor(actor), now, timeZone }} />
      <Feeds team={team} actor={actor} />
    </>
  );
}

async function Feeds({ team, actor }: { team: string; actor: Member }) {
  const t = await getTranslations("calendar.feeds");
  const dates = await getDates();
  const zone = actor.timeZone ?? "UTC";
  const feeds = await listCalendarFeeds(actor);
  return (
    <Panel title={t("title")} lead={t("lead")} id="subscribe">
      <FeedPanel
        feeds={feeds.map(({ id, scope, name, madeBy, createdAt, lastReadAt }) => ({
          ...{ id, scope, name, maker: madeBy.name, isMine: madeBy.id === actor.personId },
          made: dates.instant(createdAt, zone),
          read: lastReadAt && dates.instant(lastReadAt, zone),
        }))}
        create={createFeed.bind(null, team)}
        revoke={revokeFeed.bind(null, team)}
      />
    </Panel>
  );
}
