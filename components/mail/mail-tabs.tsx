import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { MAIL_STATES, type MailState } from "@/lib/team/mail-filter";
import inset from "./inset.module.css";

/** How much mail is in each state, as links that show only that. */
export function MailTabs(props: {
  path: string;
  counts: Partial<Record<MailState, number>>;
  state: MailState | undefined;
}) {
  const { path, counts, state } = props;
  const t = useTranslations("mailSettings");
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tab = (key: MailState | "all", count: number) => (
    <li key={key}>
      <TextLink
        href={key === "all" ? path : `${path}?state=${key}`}
        aria-current={key === (state ?? "all") ? "page" : undefined}
        scroll={false}
      >
        {t(`states.${key}`)} <span>{count}</span>
      </TextLink>
    </li>
  );
  const present = MAIL_STATES.filter((key) => counts[key] !== undefined || key === state);
  return (
    <nav aria-label={t("list.tabs")} className={inset.inset}>
      <ul className={classes.tabs}>
        {tab("all", all)}
        {present.map((key) => tab(key, counts[key] ?? 0))}
      </ul>
    </nav>
  );
}
