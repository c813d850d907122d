import { VisuallyHidden } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled, IconCircleDot } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { CloseOutRules, CloseOutStep } from "@/lib/archives/close-out";
import { copiesInTheWay, nameCopies } from "@/lib/copies/copy";
import type { Day } from "@/lib/dates/day";
import { tombstoneOf } from "@/lib/documents/document";
import { nextStep } from "@/lib/requests/close-out";
import type { LoadedCloseOut } from "@/lib/services/close-out-rows";
import type { CopyLine } from "@/lib/services/copy-rows";
import { RecordStep } from "./close-out-dialogs";
import type { SendCloseOut } from "./send-close-out";
import classes from "./step-list.module.css";

const ICONS = { done: IconCircleCheckFilled, next: IconCircleDot, later: IconCircle } as const;

interface Props {
  team: string;
  rules: CloseOutRules;
  /** The close-out under way, or one that is over; null before one was begun. */
  closeOut: LoadedCloseOut | null;
  copies: readonly CopyLine[];
  /** How many outputs are listed. */
  outputs: number;
  today: Day;
  /** Null for readers who may not record anything. */
  send: SendCloseOut | null;
}

type Taken = LoadedCloseOut["steps"][number];

/** The steps of a close-out in the archive's order: what was done with its evidence, and what is next. */
export function StepList(props: Props) {
  const t = useTranslations("closeOut");
  const say = useSay();
  const { rules, closeOut } = props;
  const next = closeOut ? nextStep(rules, closeOut.steps) : undefined;
  return (
    <ol className={classes.steps} aria-label={t("steps")}>
      {rules.steps.map((step) => {
        const taken = closeOut?.steps.find((one) => one.step === step.id);
        const state = taken ? "done" : step === next ? "next" : "later";
        const Icon = ICONS[state];
        return (
          <li
            key={step.id}
            className={classes.step}
            data-state={state}
            aria-current={state === "next" ? "step" : undefined}
          >
            <Icon size={24} aria-hidden />
            <div className={classes.body}>
              <span className={classes.label}>
                {say(step.label)}
                <VisuallyHidden> ({t(`state.${state}`)})</VisuallyHidden>
              </span>
              {taken ? <Done team={props.team} step={step} taken={taken} /> : <ToDo step={step} />}
              {state === "next" && <Next {...props} step={step} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Done({ team, step, taken }: { team: string; step: CloseOutStep; taken: Taken }) {
  const t = useTranslations("closeOut");
  const dates = useDates();
  const say = useSay();
  const { document } = taken;
  const said = step.asks.filter(({ id, meaning }) => meaning !== "on" && taken.answers[id]);
  return (
    <>
      <span className={classes.small}>
        {t("doneOn", { on: dates.day(taken.doneOn), name: taken.recordedBy })}
      </span>
      {said.length > 0 && (
        <dl className={classes.answers}>
          {said.map(({ id, label }) => (
            <div key={id}>
              <dt>{say(label)}</dt>
              <dd>{taken.answers[id]}</dd>
            </div>
          ))}
        </dl>
      )}
      {document && (
        <ProofLink team={team} proof={{ ...document, deleted: tombstoneOf(document) }} />
      )}
    </>
  );
}

function ToDo({ step }: { step: CloseOutStep }) {
  const t = useTranslations("closeOut");
  const parties = useTranslations("requests.waiting.party");
  const say = useSay();
  return (
    <>
      <span className={classes.small}>
        {t("by", { who: parties(step.by) })} · <Evidence step={step} />
      </span>
      <span>{say(step.guidance)}</span>
      <details className={classes.small}>
        <summary>{t("source")}</summary>
        {step.source}
      </details>
    </>
  );
}

function Evidence({ step }: { step: CloseOutStep }) {
  const t = useTranslations("closeOut.evidence");
  const say = useSay();
  if (step.evidence === "paper") return t("paper", { paper: say(step.paper ?? "") });
  if (step.evidence === "answers") return t("answers");
  return t(step.needs === "copies_destroyed" ? "copies" : "outputs");
}

function Next(props: Props & { step: CloseOutStep }) {
  const t = useTranslations("closeOut");
  const { team, rules, closeOut, step, today, send } = props;
  const open = step.needs === "copies_destroyed" ? copiesInTheWay(props.copies, rules) : [];
  return (
    <>
      {step.needs === "outputs_listed" && (
        <span className={classes.small}>{t("outputsCount", { count: props.outputs })}</span>
      )}
      {open.length > 0 && (
        <Note tone="warn">
          <p>{t("copiesOpen", { count: open.length, names: nameCopies(open) })}</p>
        </Note>
      )}
      {send && closeOut && (
        <RecordStep
          key={`${closeOut.version}`}
          team={team}
          closeOut={{ id: closeOut.id, version: closeOut.version }}
          step={step}
          today={today}
          send={send}
        />
      )}
    </>
  );
}
