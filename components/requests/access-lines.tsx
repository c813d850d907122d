import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { unitPath } from "@/components/access/access-paths";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { ProofDocument } from "@/lib/documents/document";
import { accessState, type GrantDates } from "@/lib/requests/access";
import classes from "./access-lines.module.css";

/** An approval, and who may open the data today. */
export interface AccessLine extends GrantDates {
  id: string;
  /** The person, or null where everybody named on the request may. */
  who: string | null;
  what: string;
  proof: ProofDocument | null;
  unitId: string;
  /** The names of those who may open it today: an approval alone opens nothing. */
  openTo: readonly string[];
}

/** What proves the approvals, and how a proof is added. */
interface Proofs {
  team: string;
  requestId: string;
  /** Null for readers who may not. */
  attach: ComponentProps<typeof AttachProof>["attach"] | null;
}

/** What was approved until when, and who may open it today, said plainly. */
export function AccessLines(props: { lines: readonly AccessLine[]; today: Day } & Proofs) {
  const t = useTranslations("requests.page.access");
  if (props.lines.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.lines}>
      {props.lines.map((line) => (
        <li key={line.id}>
          <Sentence line={line} today={props.today} />
          {(line.proof || line.endedOn === null) && <Proof {...props} line={line} />}
          {line.endedOn === null && <OpenTo {...line} team={props.team} />}
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

function OpenTo({ team, unitId, openTo }: AccessLine & { team: string }) {
  const t = useTranslations("requests.page.access");
  return (
    <p className={classes.openTo}>
      {openTo.length === 0
        ? t("openToNobody")
        : t.rich("openTo", { names: () => <bdi>{openTo.join(", ")}</bdi> })}{" "}
      <TextLink href={unitPath(team, unitId)} underline="always">
        {t("why")}
      </TextLink>
    </p>
  );
}

function Sentence({ line, today }: { line: AccessLine; today: Day }) {
  const t = useTranslations("requests.page.access");
  const dates = useDates();
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
        from: dates.day(line.startsOn),
        on: line.endedOn ? dates.day(line.endedOn) : "",
      })}{" "}
      {line.endsOn && (state === "running" || state === "lapsed") && (
        <EndDate {...dates.end(line.endsOn, today)} />
      )}
    </>
  );
}
