import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import type { Spread } from "@/lib/requests/durations";
import type { NudgeTiming, Wait } from "@/lib/requests/nudge";
import { useWaitingWords } from "../waiting-on";
import { NudgeButton } from "./nudge-button";
import type { RecordNudgeAction } from "./nudge-props";
import { SeenWords } from "./seen-words";
import classes from "./wait-list.module.css";

/** What of a request waits outside of the team: what is usual, what this team saw, when to ask. */
export function WaitList(props: {
  requestId: string;
  waits: readonly Wait[];
  seen: Readonly<Record<string, Spread>>;
  today: Day;
  me: string;
  /** Records that one asked; null for readers who may not. */
  nudge: RecordNudgeAction | null;
}) {
  if (props.waits.length === 0) return null;
  const isAlone = props.waits.length === 1;
  return (
    <ul className={classes.waits}>
      {props.waits.map((wait) => (
        <li key={wait.step.id}>
          {wait.timing?.isDue ? (
            <Note tone="warn">
              <WaitLine {...props} wait={wait} isAlone={isAlone} />
            </Note>
          ) : (
            <WaitLine {...props} wait={wait} isAlone={isAlone} />
          )}
        </li>
      ))}
    </ul>
  );
}

function WaitLine(props: {
  requestId: string;
  wait: Wait;
  isAlone: boolean;
  seen: Readonly<Record<string, Spread>>;
  today: Day;
  me: string;
  nudge: RecordNudgeAction | null;
}) {
  const t = useTranslations("waiting");
  const words = useWaitingWords();
  const say = useSay();
  const { wait } = props;
  const { step, days, timing } = wait;
  const who = words({ party: step.waitingOn, persons: [], me: props.me });
  return (
    <div className={classes.wait}>
      <div>
        {/* What waits alone is what the page's first sentence is about, with what is usual. */}
        {!props.isAlone && (
          <>
            <b>{t("line", { step: say(step.label), who, days })}</b>{" "}
            {step.usual && t("usual", { days: step.usual.expectedDays })}
          </>
        )}
        {timing && <AskFrom timing={timing} />}
        {step.usual && (
          <details className={classes.source}>
            <summary>{t("why")}</summary>
            <SeenWords seen={props.seen[step.id]} /> {step.usual.source}
          </details>
        )}
      </div>
      {props.nudge && (
        <NudgeButton
          requestId={props.requestId}
          step={step.id}
          who={who}
          letter={wait.letter}
          today={props.today}
          nudge={props.nudge}
        />
      )}
    </div>
  );
}

function AskFrom({ timing }: { timing: NudgeTiming }) {
  const t = useTranslations("waiting");
  const dates = useDates();
  const { isDue, basis, afterDays, from, lastNudge } = timing;
  return (
    <>
      {" "}
      {lastNudge && t("asked", { date: dates.day(lastNudge) })}{" "}
      {isDue ? (
        <b>{t(basis === "team" ? "longTeam" : "longUsual", { days: afterDays })}</b>
      ) : (
        t("askFrom", { date: dates.day(from) })
      )}
    </>
  );
}
