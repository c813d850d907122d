import { useTranslations } from "next-intl";
import { ClosedDuties } from "@/components/duties/closed-duties";
import { HistoryList } from "@/components/requests/history-list";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { AccessCell } from "@/lib/readiness/access-view";
import { foldHistory } from "@/lib/requests/history";
import type { ClosedDuty } from "@/lib/services/duties-about";
import type { HistoryLine } from "@/lib/services/history";
import type { PersonDetail } from "@/lib/services/person";
import { type Away, AwayPanel } from "./away-panel";
import { AccountTable } from "./holdings/account-table";
import { HoldingBoxes } from "./holdings/holding-boxes";
import { HoldingDialogs } from "./holdings/holding-dialog";
import type { Holdings } from "./holdings/holdings";
import { RecordMenu } from "./holdings/record-menu";
import { recordableOf } from "./holdings/recordable";
import { PersonAccess } from "./person-access";
import { PersonDuties } from "./person-duties";
import { PersonFacts } from "./person-facts";
import classes from "./person-page.module.css";

/** What a person should hold, may open and has to do, said to them as theirs. */
export function PersonView(props: {
  team: string;
  person: PersonDetail;
  /** Their duties that were closed last. */
  closed: readonly ClosedDuty[];
  /** The person who reads this. */
  me: string;
  cells: readonly AccessCell[];
  holdings: Holdings;
  history: readonly HistoryLine[];
  today: Day;
  timeZone: string;
  away: Away;
  settle?: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations(props.me === props.person.id ? "person.mine" : "person.theirs");
  const words = useTranslations("person");
  const say = useSay();
  const { team, person, holdings, today } = props;
  return (
    <HoldingDialogs holdings={holdings}>
      <Panel
        title={t("prerequisites")}
        lead={t("prerequisitesLead")}
        id="prerequisites"
        actions={holdings.may.record && <RecordMenu {...recordableOf("person", say)} />}
      >
        <HoldingBoxes holdings={holdings} none={words("noPrerequisites")} />
      </Panel>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t("access")} lead={words("accessLead")} id="access" flush>
            <PersonAccess team={team} me={props.me} cells={props.cells} today={today} />
          </Panel>
          <Panel title={t("accounts")} id="accounts" flush={holdings.accounts.length > 0}>
            <AccountTable holdings={holdings} />
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={words("about")}>
            <PersonFacts team={team} person={person} />
          </Panel>
          <Panel title={t("duties")} id="duties">
            <PersonDuties team={team} duties={person.duties} today={today} settle={props.settle} />
            <ClosedDuties team={team} duties={props.closed} />
          </Panel>
          <AwayPanel team={team} person={person} away={props.away} today={today} />
          <Panel title={words("history")}>
            <HistoryList lines={foldHistory(props.history)} timeZone={props.timeZone} />
          </Panel>
        </div>
      </div>
    </HoldingDialogs>
  );
}
