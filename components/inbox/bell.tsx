import { IconBell } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { MOST_COUNTED } from "@/lib/reminders/inbox-form";
import classes from "./bell.module.css";
import { inboxPath } from "./inbox-path";

/** The way to one's notices, with how many are unread; `99+` where there are more than that. */
export function Bell({ team, unread }: { team: string; unread: number }) {
  const t = useTranslations("notices");
  const isMore = unread > MOST_COUNTED;
  const label = isMore
    ? t("bell.more", { count: MOST_COUNTED })
    : t("bell.count", { count: unread });
  return (
    <PageLink href={inboxPath(team)} className={classes.bell} aria-label={label}>
      <IconBell size={20} stroke={1.7} aria-hidden />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {isMore ? `${MOST_COUNTED}+` : unread}
        </span>
      )}
    </PageLink>
  );
}
