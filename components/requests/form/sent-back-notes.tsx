import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { openRevisions, type RevisionFacts } from "@/lib/requests/revision";
import classes from "./locked.module.css";

/** What was said of the whole when it was sent back; where nobody kept that, the move's own reason. */
export function SentBackNotes(props: {
  revisions: readonly RevisionFacts[];
  reason: { label: string; text: string } | null;
}) {
  const t = useTranslations("rounds.asks");
  const party = useTranslations("requests.waiting.party");
  const dates = useDates();
  const open = openRevisions(props.revisions);
  const notes = open.map(({ id, askedBy, askedOn, comment, sections }) => ({
    id,
    title: t("sentBack", { by: party(askedBy), on: dates.day(askedOn) }),
    text: comment || t(sections.length > 0 ? "seeParts" : "noWords"),
  }));
  if (notes.length === 0 && props.reason) {
    notes.push({ id: "reason", title: props.reason.label, text: props.reason.text });
  }
  if (notes.length === 0) return null;
  return (
    <div className={classes.asks}>
      {notes.map(({ id, title, text }) => (
        <Note key={id} tone="warn" title={title}>
          <p className={classes.text}>{text}</p>
        </Note>
      ))}
    </div>
  );
}
