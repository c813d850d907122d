"use client";

import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { addDays, type Day } from "@/lib/dates/day";
import type { AccessCell, ShownHeld, ShownReason } from "@/lib/readiness/access-view";
import { AccessChip } from "./access-chip";
import { placePath } from "./access-paths";
import classes from "./cell-details.module.css";
import { useReasonWords } from "./reason-words";

interface Props {
  team: string;
  cell: AccessCell;
  /** The person who reads. */
  me: string;
  today: Day;
}

/** Everything about one person and one unit: the verdict, every reason with its cure, every proof. */
export function CellDetails(props: Props) {
  const { cell } = props;
  const t = useTranslations("access.cell");
  const dates = useDates();
  const words = useReasonWords(props.me);
  return (
    <div className={classes.details}>
      <div className={classes.verdict}>
        <div className={classes.line}>
          <AccessChip status={cell.status} />
          {cell.until && <EndDate {...dates.end(cell.until, props.today)} />}
        </div>
        <p className={classes.sentence}>{words.verdict(cell)}</p>
      </div>
      {cell.reasons.length > 0 && (
        <section aria-label={t("reasons")}>
          <h3 className={classes.heading}>{t("reasons")}</h3>
          <ol className={classes.reasons}>
            {cell.reasons.map((reason) => (
              <ReasonLine key={`${reason.what} ${reason.code}`} {...props} reason={reason} />
            ))}
          </ol>
        </section>
      )}
      {cell.remarks.map((remark) => (
        <Note key={`${remark.code} ${remark.what}`} tone="info">
          <p>{words.remark(remark)}</p>
        </Note>
      ))}
      {cell.held.length > 0 && (
        <section aria-label={t("held")}>
          <h3 className={classes.heading}>{t("held")}</h3>
          <ul className={classes.held}>
            {cell.held.map((held) => (
              <HeldLine key={`${held.what} ${held.claim.ref.id}`} team={props.team} held={held} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function ReasonLine({ team, cell, me, reason }: Props & { reason: ShownReason }) {
  const t = useTranslations("readiness.act");
  const source = useTranslations("access.cell");
  const words = useReasonWords(me);
  const who = words.who(reason);
  return (
    <li>
      <p>{words.sentence(reason)}</p>
      <p className={classes.cure}>
        {who !== null && <span>{t("next", { who })}</span>}
        <TextLink href={placePath(team, reason.place)} underline="always">
          {words.cure(reason, cell.person.name)}
        </TextLink>
      </p>
      <details className={classes.source}>
        <summary>{source("source")}</summary>
        {reason.source}
      </details>
    </li>
  );
}

/** A noun at the beginning of a line; names such as eRA keep their own first letter. */
function beginLine(noun: string): string {
  return /^[a-z][a-z ]/.test(noun) ? `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}` : noun;
}

function HeldLine({ team, held }: { team: string; held: ShownHeld }) {
  const t = useTranslations("access.cell");
  const dates = useDates();
  const { claim } = held;
  return (
    <li>
      <span className={classes.what}>{beginLine(held.what)}</span>
      <span className={classes.when}>
        {t("since", { day: dates.day(claim.from) })}
        {", "}
        {claim.before === null
          ? t("noEnd")
          : t("until", { day: dates.day(addDays(claim.before, -1)) })}
      </span>
      {claim.waived ? (
        <span>{t("waived", claim.waived)}</span>
      ) : (
        <ProofLink team={team} proof={held.proof} />
      )}
    </li>
  );
}
