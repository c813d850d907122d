import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { DocumentList } from "@/components/documents/document-list";
import { ClosedDuties } from "@/components/duties/closed-duties";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { DocumentLine } from "@/lib/documents/document";
import { foldHistory } from "@/lib/requests/history";
import type { ClosedDuty } from "@/lib/services/duties-about";
import type { HistoryLine } from "@/lib/services/history";
import type { RequestDetail } from "@/lib/services/requests";
import { DutyList } from "./duty-list";
import { HistoryList } from "./history-list";
import { ItemTable } from "./item-table";
import { PeopleList } from "./people-list";
import classes from "./request-summary.module.css";
import { RequestUpload } from "./request-upload";
import { fieldNamer, moveAnswers } from "./request-words";

interface Props {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
  /** Its duties that were closed last. */
  closed: readonly ClosedDuty[];
  history: readonly HistoryLine[];
  documents: readonly DocumentLine[];
  canUpload: boolean;
  /** Deletes a document; null for readers who may not. */
  remove: ComponentProps<typeof DocumentList>["remove"];
  today: Day;
  timeZone: string;
  settle?: (input: unknown) => Promise<ActionResult>;
  /** The button that passes the request on, for whoever may. */
  handOver?: ReactNode;
  /** The button that takes the last step back, where that is possible. */
  undo?: ReactNode;
}

/** Everything about a request below its summary. */
export function RequestDetails(props: Props) {
  const t = useTranslations("requests.page");
  const { archive, lifecycle, request, today } = props;
  return (
    <>
      <Panel title={t("items.title")} flush>
        <ItemTable
          team={props.team}
          archive={archive}
          lifecycle={lifecycle}
          items={request.items}
          today={today}
        />
      </Panel>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Documents {...props} />
          <History {...props} />
        </div>
        <div className={classes.column}>
          <Panel title={t("duties.title")}>
            <DutyList
              team={props.team}
              archive={archive}
              lifecycle={lifecycle.id}
              duties={request.obligations}
              today={today}
              settle={props.settle}
            />
            <ClosedDuties team={props.team} duties={props.closed} />
          </Panel>
          <Panel title={t("people.title")} actions={props.handOver}>
            <PeopleList owner={request.owner} people={request.people} today={today} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Documents({ team, request, documents, canUpload, remove }: Props) {
  const t = useTranslations("requests.page.documents");
  return (
    <Panel title={t("title")} lead={t("note")}>
      <div className={classes.stack}>
        {documents.length > 0 && (
          <DocumentList teamSlug={team} documents={documents} remove={remove} />
        )}
        {canUpload && <RequestUpload team={team} requestId={request.id} label={t("upload")} />}
      </div>
    </Panel>
  );
}

function History({ archive, lifecycle, history, timeZone, undo }: Props) {
  const t = useTranslations("requests.page.history");
  const own = useTranslations("events.fields");
  const names = { title: own("title"), items: own("items") };
  return (
    <Panel title={t("title")} actions={undo}>
      <HistoryList
        lines={foldHistory(history)}
        timeZone={timeZone}
        fieldName={fieldNamer(archive.sections(lifecycle.id), names)}
        extra={(line) =>
          moveAnswers(lifecycle, line.data).map(({ label, text }) => (
            <div key={label} className={classes.said}>
              {t("answer", { label, text })}
            </div>
          ))
        }
      />
    </Panel>
  );
}
