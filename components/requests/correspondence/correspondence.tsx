import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { CommentLine } from "@/lib/services/comments";
import { CommentForm } from "./comment-form";
import { CommentList } from "./comment-list";
import classes from "./correspondence.module.css";
import { LetterForm } from "./letter-form";

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** What is said about a request: within the team on one side, with its archive on the other. */
export function Correspondence(props: {
  team: string;
  archive: string;
  requestId: string;
  comments: readonly CommentLine[];
  documents: readonly { id: string; name: string }[];
  today: Day;
  timeZone: string;
  /** Null for readers who may not write. */
  add: Send | null;
  retract: Send | null;
}) {
  const t = useTranslations("comments");
  const { team, archive, requestId, comments, add, retract, timeZone } = props;
  const isInternal = ({ kind }: CommentLine) => kind === "internal";
  const list = { team, timeZone, retract };
  return (
    <div className={classes.sides}>
      <div className={classes.letters}>
        <Panel
          title={
            <Titled icon={<IconEye size={19} aria-hidden />}>{t("letters", { archive })}</Titled>
          }
          lead={t("lettersLead")}
        >
          <CommentList
            {...list}
            comments={comments.filter((line) => !isInternal(line))}
            none={t("noLetters")}
          />
          {add && (
            <LetterForm
              requestId={requestId}
              documents={props.documents}
              today={props.today}
              add={add}
            />
          )}
        </Panel>
      </div>
      <div className={classes.internal}>
        <Panel
          title={<Titled icon={<IconEyeOff size={19} aria-hidden />}>{t("internal")}</Titled>}
          lead={t("internalLead")}
        >
          <CommentList {...list} comments={comments.filter(isInternal)} none={t("noInternal")} />
          {add && <CommentForm requestId={requestId} add={add} />}
        </Panel>
      </div>
    </div>
  );
}

function Titled({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.title}>
      {icon}
      {children}
    </span>
  );
}
