import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import type { CommentLine } from "@/lib/services/comments";
import { CommentForm } from "./correspondence/comment-form";
import { CommentList } from "./correspondence/comment-list";
import classes from "./latest-comments.module.css";
import { requestPath } from "./request-path";

const LATEST = 3;

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** What the team said last of a request, and a place to say more; letters have a page of their own. */
export function LatestComments(props: {
  team: string;
  request: { id: string; number: number };
  comments: readonly CommentLine[];
  timeZone: string;
  /** Null for readers who may not write. */
  add: Send | null;
  retract: Send | null;
}) {
  const t = useTranslations("requestPage.comments");
  const { team, request, comments, add } = props;
  const own = comments.filter(({ kind }) => kind === "internal");
  return (
    <div className={classes.comments}>
      <Panel title={t("title")} lead={t("lead")}>
        <CommentList
          team={team}
          comments={own.slice(0, LATEST)}
          none={t("none")}
          timeZone={props.timeZone}
          retract={props.retract}
        />
        {add && <CommentForm requestId={request.id} add={add} />}
        <p className={classes.all}>
          <TextLink href={`${requestPath(team, request.number)}/correspondence`} underline="always">
            {t("all")}
          </TextLink>{" "}
          {t("counts", { comments: own.length, letters: comments.length - own.length })}
        </p>
      </Panel>
    </div>
  );
}
