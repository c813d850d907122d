import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { CommentLine } from "@/lib/services/comments";
import classes from "./comment-list.module.css";
import { RetractButton } from "./retract-button";

/** Comments or letters, newest first. */
export function CommentList(props: {
  team: string;
  comments: readonly CommentLine[];
  /** What is said where there are none. */
  none: string;
  timeZone: string;
  retract: ((input: unknown) => Promise<ActionResult<unknown>>) | null;
}) {
  if (props.comments.length === 0) return <p className={classes.none}>{props.none}</p>;
  return (
    <ol className={classes.list}>
      {props.comments.map((comment) => (
        <li key={comment.id} className={classes.comment} data-kind={comment.kind}>
          <Head {...props} comment={comment} />
          <Text comment={comment} />
          {comment.document && (
            <div>
              <ProofLink team={props.team} proof={comment.document} />
            </div>
          )}
          {props.retract && comment.isOwn && !comment.isRetracted && (
            <RetractButton id={comment.id} retract={props.retract} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Head({ comment, timeZone }: { comment: CommentLine; timeZone: string }) {
  const t = useTranslations("comments");
  const dates = useDates();
  const { kind, author, on, createdAt } = comment;
  return (
    <div className={classes.head}>
      {kind !== "internal" && (
        <StatusChip label={t(kind)} tone={kind === "to_archive" ? "brand" : "info"} />
      )}
      {kind === "internal" ? (
        <>
          <b>
            <bdi>{author}</bdi>
          </b>
          <time dateTime={createdAt.toISOString()}>{dates.instant(createdAt, timeZone)}</time>
        </>
      ) : (
        <>
          <time dateTime={on}>{dates.day(on)}</time>
          <span>{t("keptBy", { author })}</span>
        </>
      )}
    </div>
  );
}

/** Letters can be long; a long one is folded behind its first lines. */
const LONG = 600;

function Text({ comment }: { comment: CommentLine }) {
  const t = useTranslations("comments");
  const { text, isRetracted } = comment;
  if (isRetracted) return <p className={classes.none}>{t("retracted")}</p>;
  if (text.length <= LONG) return <p className={classes.text}>{text}</p>;
  return (
    <>
      <p className={classes.text}>{text.slice(0, LONG).trimEnd()}…</p>
      <details>
        <summary className={classes.more}>{t("whole")}</summary>
        <p className={classes.text}>{text}</p>
      </details>
    </>
  );
}
