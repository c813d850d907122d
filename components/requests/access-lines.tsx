import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { EndDate } from "@/components/ui/end-date";
import type { Day } from "@/lib/dates/day";
import { describeEnd, formatDay } from "@/lib/dates/format";
import type { ProofDocument } from "@/lib/documents/document";
import { accessState, type GrantDates } from "@/lib/requests/access";
import classes from "./access-lines.module.css";

/** A grant with the words for who may open what. */
export interface AccessLine extends GrantDates {
  id: string;
  /** The person, or null where everybody named on the request may. */
  who: string | null;
  what: string;
  proof: ProofDocument | null;
}

/** What proves the approvals, and how a proof is added. */
interface Proofs {
  team: string;
  requestId: string;
  /** Null for readers who may not. */
  attach: ComponentProps<typeof AttachProof>["attach"] | null;
}

/** Who may open which data until when, said plainly. */
export function AccessLines(props: { lines: readonly AccessLine[]; today: Day } & Proofs) {
  const t = useTranslations("requests.page.access");
  if (props.lines.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.lines}>
      {props.lines.map((line) => (
        <li key={line.id}>
          <Sentence line={line} today={props.today} />
          {(line.proof || line.endedOn === null) && <Proof {...props} line={line} />}
        </li>
      ))}
    </ul>
  );
}

function Proof({ line, team, requestId, attach }: Proofs & { line: AccessLine }) {
  const t = useTranslations("requests.page.access");
  return (
    <span className={classes.proof}>
      <ProofLink team={team} proof={line.proof} />
      {attach && (
        <AttachProof
          team={team}
          target={{ kind: "grant", id: line.id }}
          requestId={requestId}
          paper={t("paper")}
          what={line.who ? `${line.who}: ${line.what}` : line.what}
          isReplacement={line.proof !== null}
          attach={attach}
        />
      )}
    </span>
  );
}

function Sentence({ line, today }: { line: AccessLine; today: Day }) {
  const t = useTranslations("requests.page.access");
  const state = accessState(line, today);
  return (
    <>
      {t.rich(state, {
        who: () => <bdi>{line.who ?? t("team")}</bdi>,
        what: () => (
          <b>
            <bdi>{line.what}</bdi>
          </b>
        ),
        from: formatDay(line.startsOn),
        on: line.endedOn ? formatDay(line.endedOn) : "",
      })}{" "}
      {line.endsOn && (state === "running" || state === "lapsed") && (
        <EndDate {...describeEnd(line.endsOn, today)} />
      )}
    </>
  );
}
