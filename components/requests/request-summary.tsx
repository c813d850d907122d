import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { SeenDurations } from "@/lib/requests/durations";
import { lapseOf } from "@/lib/requests/lapse";
import { type Standing as Place, summarise } from "@/lib/requests/lifecycle";
import type { Wait } from "@/lib/requests/nudge";
import { progressOf } from "@/lib/requests/progress";
import { stateSentence, usualDays } from "@/lib/requests/state-sentence";
import type { Stay } from "@/lib/requests/stay";
import type { HistoryLine } from "@/lib/services/history";
import { MoveButtons } from "./moves/move-buttons";
import { STANDING } from "./moves/moves-props";
import { Progress } from "./progress";
import type { Framed } from "./request-frame";
import { requestPath } from "./request-path";
import classes from "./request-summary.module.css";
import { type Openers, openersOf, reasonFor, waitingFor } from "./request-words";
import { PortalLink, Standing } from "./standing";
import { statusTone } from "./status-tone";
import { useStateWords } from "./use-state-words";
import type { RecordNudgeAction } from "./waiting/nudge-props";
import { WaitList } from "./waiting/wait-list";
import { useWaitingWords } from "./waiting-on";
import { WhereAmI } from "./where-am-i";

interface Props extends Framed {
  /** How many answers the form lacks, and whether the reader may write in it now. */
  missing: number;
  canEdit: boolean;
  history: readonly HistoryLine[];
  /** What waits outside of the team, and how long the team saw each step take. */
  waits: readonly Wait[];
  seen: SeenDurations["steps"];
  nudge: RecordNudgeAction | null;
  /** Where its items have been. */
  stays: readonly Stay[];
  /** Who may open what was granted today, by unit. */
  openers: Openers;
}

/** Where a request stands in one sentence, the next step as one button, and the way so far and ahead. */
export function RequestSummary(props: Props) {
  const t = useTranslations("requests.page");
  const say = useSay();
  const { archive, lifecycle, request, today, team } = props;
  const standing = summarise(lifecycle, request.items);
  const { step } = standing;
  return (
    <Panel title={t("standing")}>
      <div className={classes.summary}>
        {/* Takes the focus once a move has changed the page. */}
        <div id={STANDING} tabIndex={-1} className={classes.state}>
          <StatusChip label={say(step.label)} tone={statusTone(step.status)} />
          <StateSentence {...props} standing={standing} />
          <Standing step={step} since={standing.waitingSince} today={today} />
        </div>
        <Elsewhere {...props} standing={standing} />
        <Reasons {...props} standing={standing} />
        <NextStep {...props} standing={standing} />
        <WaitList
          requestId={request.id}
          waits={props.waits}
          seen={props.seen}
          today={today}
          me={props.me}
          nudge={props.nudge}
        />
        <Progress steps={progressOf(lifecycle, step.id)} />
        <WhereAmI {...{ team, archive, lifecycle, request }} stays={props.stays} />
      </div>
    </Panel>
  );
}

type Placed = Props & { standing: Place };

function StateSentence(props: Placed) {
  const words = useStateWords();
  const { request, lifecycle, archive, standing, today, me } = props;
  const { step } = standing;
  const sentence = stateSentence({
    ...{ lifecycle, items: request.items, me, today, missing: props.missing },
    persons: waitingFor(request, step.id),
    openers: openersOf(archive, request, props.openers),
    usualDays: usualDays(step, props.seen[step.id]),
  });
  return <p className={classes.sentence}>{words(sentence, { archive: archive.name, today })}</p>;
}

/** Where only some of the items stand there: how many. */
function Elsewhere({ request, standing }: Placed) {
  const t = useTranslations("requests.page");
  const say = useSay();
  const { step } = standing;
  const here = request.items.filter((item) => item.step === step.id).length;
  const total = request.items.length;
  if (here === total) return null;
  return <p>{t("some", { count: here, total, label: say(step.label) })}</p>;
}

/** What the clock has ended, and what was said when it came here. */
function Reasons({ lifecycle, request, history, standing, today }: Placed) {
  const say = useSay();
  const lapse = lapseOf(lifecycle, request.items, today);
  const reason = reasonFor(lifecycle, history, standing.step.id);
  return (
    <>
      {lapse && (
        <Note tone="bad" title={say(lapse.label)}>
          <p>{say(lapse.sentence)}</p>
        </Note>
      )}
      {reason && (
        <Note tone="warn" title={say(reason.label)}>
          <p className={classes.text}>{reason.text}</p>
        </Note>
      )}
    </>
  );
}

function NextStep(props: Placed) {
  const t = useTranslations("requests.page");
  const waitsOn = useWaitingWords();
  const { team, archive, lifecycle, request, standing, me } = props;
  const { step } = standing;
  const persons = waitingFor(request, step.id);
  const form = `${requestPath(team, request.number)}/form`;
  const isFiling = lifecycle.moves.some(
    (move) => move.effect === "file" && move.from.includes(step.id),
  );
  return (
    <div className={classes.next}>
      {isFiling && (
        <p>
          {t("fileThere", { archive: archive.name })} <PortalLink archive={archive} />
          {" · "}
          <TextLink href={form}>{t("answersToCopy")}</TextLink>
        </p>
      )}
      <MoveButtons
        step={step}
        form={{ href: form, canEdit: props.canEdit, missing: props.missing }}
        persons={persons.map(({ id }) => ({ id }))}
        waitsOn={waitsOn({ party: step.waitingOn, persons, me })}
        me={me}
      />
    </div>
  );
}
