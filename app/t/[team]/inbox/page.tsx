import { IconBell } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inboxPath } from "@/components/inbox/inbox-path";
import { InboxTabs } from "@/components/inbox/inbox-tabs";
import { MarkAllRead } from "@/components/inbox/mark-buttons";
import { NoticeList } from "@/components/inbox/notice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { inboxFilter } from "@/lib/reminders/inbox-form";
import { listNotices, unreadCount } from "@/lib/services/inbox";
import { requireActor } from "@/lib/session";
import { markRead, markUnread } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default async function InboxPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const filter = inboxFilter.parse(await props.searchParams);
  const actor = await requireActor(team);
  const [inbox, unread] = await Promise.all([listNotices(actor, filter), unreadCount(actor)]);
  const { notices, page, pages } = inbox;
  const t = await getTranslations("notices");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={unread > 0 && <MarkAllRead team={team} upTo={actor.now} read={markRead} />}
      />
      {(notices.length > 0 || filter.unread) && <InboxTabs team={team} unread={filter.unread} />}
      {notices.length === 0 ? (
        <EmptyState
          sentence={t(filter.unread ? "noneUnread" : "none")}
          icon={<IconBell size={28} stroke={1.5} />}
          action={
            <ButtonLink variant="default" href={`/t/${team}/duties`}>
              {t("duties")}
            </ButtonLink>
          }
        />
      ) : (
        <Panel title={t(filter.unread ? "tabs.unread" : "tabs.all")} flush>
          <NoticeList
            team={team}
            notices={notices}
            timeZone={actor.timeZone ?? "UTC"}
            read={markRead}
            unread={markUnread}
          />
        </Panel>
      )}
      <Pager page={page} pages={pages} hrefOf={(to) => inboxPath(team, { ...filter, page: to })} />
    </>
  );
}
