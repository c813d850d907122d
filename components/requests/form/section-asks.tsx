import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import type { SectionAsk } from "@/lib/requests/revision";
import classes from "./locked.module.css";

/** What was asked when this section was sent back, by whom and when; or why one of ours opened it. */
export function SectionAsks({ asks }: { asks: readonly SectionAsk[] }) {
  const t = useTranslations("rounds.asks");
  const party = useTranslations("requests.waiting.party");
  const dates = useDates();
  if (asks.length === 0) return null;
  return (
    <div className={classes.asks}>
      {asks.map(({ revision, comment, opened }) => {
        const by = party(revision.askedBy);
        const key = `${revision.id} ${opened?.by}`;
        return opened ? (
          <Note
            key={key}
            tone="info"
            title={t("opened", { by: opened.by, on: dates.day(opened.on) })}
          >
            <p className={classes.text}>{opened.reason}</p>
          </Note>
        ) : (
          <Note
            key={key}
            tone="warn"
            title={t("sentBack", { by, on: dates.day(revision.askedOn) })}
          >
            <p className={classes.text}>{comment || t("noComment")}</p>
          </Note>
        );
      })}
    </div>
  );
}
