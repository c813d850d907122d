import { useTranslations } from "next-intl";
import { questionHref } from "@/components/requests/question-id";
import { MarkedText } from "@/components/rounds/marked-text";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { ANSWER_TOPICS } from "@/lib/archives/form";
import { writeNumber } from "@/lib/requests/number";
import type { KnownUse, LibraryAnswer } from "@/lib/services/library";
import { EditAnswer, RetireAnswer, type Send } from "./answer-editor";
import classes from "./library-view.module.css";

export type KnownAnswer = LibraryAnswer & { uses: KnownUse[] };

interface Props {
  team: string;
  answers: readonly KnownAnswer[];
  /** Null for readers who may not write. */
  write: { change: Send; retire: Send } | null;
}

/** The team's answers by topic, each with where it stands; what is out of date comes first. */
export function LibraryView(props: Props) {
  const t = useTranslations("library");
  const stale = props.answers.flatMap((answer) =>
    answer.uses.filter(({ isStale }) => isStale).map((use) => ({ answer, use })),
  );
  const topics = ANSWER_TOPICS.filter((topic) => props.answers.some((one) => one.topic === topic));
  return (
    <>
      {stale.length > 0 && (
        <Panel id="stale" title={t("stale.title")} lead={t("stale.lead", { count: stale.length })}>
          <ul className={classes.stale}>
            {stale.map(({ answer, use }) => (
              <li key={`${use.request.number} ${use.entry}`}>
                <StaleUse team={props.team} answer={answer} use={use} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {topics.map((topic) => (
        <Panel key={topic} title={t(`topic.${topic}`)}>
          <ul className={classes.answers}>
            {props.answers
              .filter((answer) => answer.topic === topic)
              .map((answer) => (
                <li key={answer.id} id={answer.id}>
                  <Answer {...props} answer={answer} />
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

/** A draft that took an older version: where it is, and what changed since. */
function StaleUse({ team, answer, use }: { team: string; answer: KnownAnswer; use: KnownUse }) {
  const t = useTranslations("library.stale");
  return (
    <>
      <UseLink team={team} use={use} />
      <p className={classes.hint}>
        {t("of", { title: answer.title, used: use.usedVersion, version: answer.version })}
      </p>
      {use.text === answer.text ? (
        <p className={classes.hint}>{t("same")}</p>
      ) : (
        <details className={classes.more}>
          <summary>{t("what")}</summary>
          <MarkedText before={use.text} after={answer.text} />
        </details>
      )}
    </>
  );
}

function Answer({ team, answer, write }: Props & { answer: KnownAnswer }) {
  const t = useTranslations("library");
  return (
    <article className={classes.answer} aria-label={answer.title}>
      <div className={classes.head}>
        <h3>{answer.title}</h3>
        {answer.isRetired && <StatusChip label={t("outOfUse")} tone="neutral" />}
        {write && (
          <div className={classes.buttons}>
            <EditAnswer answer={answer} change={write.change} />
            <RetireAnswer answer={answer} retire={write.retire} />
          </div>
        )}
      </div>
      <details className={classes.text}>
        <summary>{firstWords(answer.text)}</summary>
        <p>{answer.text}</p>
      </details>
      {answer.uses.length === 0 ? (
        <p className={classes.hint}>{t("unused")}</p>
      ) : (
        <ul className={classes.uses} aria-label={t("usedIn")}>
          {answer.uses.map((use) => (
            <li key={`${use.request.number} ${use.entry}`}>
              <UseLink team={team} use={use} />
              <span className={classes.hint}>
                {" · "}
                {use.isStale ? t("isStale") : t(use.isOpen ? "isOpen" : "isFiled")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {answer.uses.some(({ isStale }) => isStale) && (
        <Note tone="warn">
          <p>{t("hasStale")}</p>
        </Note>
      )}
    </article>
  );
}

function UseLink({ team, use }: { team: string; use: KnownUse }) {
  const t = useTranslations("library");
  const { number, title, archiveName } = use.request;
  const question = { fieldId: use.fieldId, itemId: use.itemKey };
  return (
    <TextLink href={questionHref(team, number, question)}>
      {t("use", { number: writeNumber(number), title, archive: archiveName, label: use.label })}
    </TextLink>
  );
}

/** So many characters of an answer are shown before it is unfolded. */
const SHOWN = 160;

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, line.lastIndexOf(" ", SHOWN) || SHOWN)}…` : line;
}
