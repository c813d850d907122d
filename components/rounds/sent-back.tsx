import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { Section } from "@/lib/archives/form";
import { ITEMS_SECTION, type RevisionFacts } from "@/lib/requests/revision";
import classes from "./sent-back.module.css";

/** Everything that was sent back over the years, newest first: by whom, what of which part, and when it was over. */
export function SentBack(props: {
  revisions: readonly RevisionFacts[];
  sections: readonly Section[];
}) {
  const t = useTranslations("rounds.sentBack");
  const party = useTranslations("requests.waiting.party");
  const dates = useDates();
  if (props.revisions.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ol className={classes.revisions} reversed>
        {props.revisions.toReversed().map((revision) => (
          <li key={revision.id}>
            <h3>{t("by", { by: party(revision.askedBy), on: dates.day(revision.askedOn) })}</h3>
            <p className={classes.state}>
              {revision.answeredOn
                ? t("over", { on: dates.day(revision.answeredOn) })
                : t("waiting")}
            </p>
            {revision.comment && <p className={classes.said}>{revision.comment}</p>}
            <Parts {...props} revision={revision} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Parts(props: { revision: RevisionFacts; sections: readonly Section[] }) {
  const t = useTranslations("rounds.sentBack");
  const what = useTranslations("rounds.sendBack");
  const dates = useDates();
  const titleOf = (id: string) =>
    id === ITEMS_SECTION
      ? what("items")
      : (props.sections.find((section) => section.id === id)?.title ?? id);
  if (props.revision.sections.length === 0) return <p className={classes.state}>{t("whole")}</p>;
  return (
    <dl className={classes.parts}>
      {props.revision.sections.map(({ section, comment, opened }) => (
        <div key={`${section} ${opened?.by}`}>
          <dt>{titleOf(section)}</dt>
          <dd className={classes.said}>
            {opened
              ? t("opened", { by: opened.by, on: dates.day(opened.on), reason: opened.reason })
              : comment || t("noComment")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
