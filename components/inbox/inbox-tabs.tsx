import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { inboxPath } from "./inbox-path";

/** All notices, or only those unread. */
export function InboxTabs({ team, unread }: { team: string; unread: boolean }) {
  const t = useTranslations("notices.tabs");
  return (
    <nav aria-label={t("label")} className={classes.filter}>
      <ul className={classes.tabs}>
        {[false, true].map((only) => (
          <li key={String(only)}>
            <TextLink
              href={inboxPath(team, { unread: only })}
              aria-current={only === unread ? "page" : undefined}
              underline="never"
            >
              {t(only ? "unread" : "all")}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
