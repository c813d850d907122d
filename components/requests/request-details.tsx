import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ClosedDuties } from "@/components/duties/closed-duties";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import type { DocumentLine } from "@/lib/documents/document";
import type { MissingAnswer } from "@/lib/requests/form";
import type { PersonGaps } from "@/lib/requests/people-gaps";
import type { ClosedDuty } from "@/lib/services/duties-about";
import { DutyList } from "./duty-list";
import { ItemTable } from "./item-table";
import { PeopleList } from "./people-list";
import { RequestDocuments } from "./request-documents";
import { RequestFacts } from "./request-facts";
import type { Framed } from "./request-frame";
import { RequestMissing } from "./request-missing";
import type { Openers } from "./request-words";

/** What a request asks for, and what its form lacks. */
export function RequestItems(
  props: Framed & {
    missing: readonly MissingAnswer[];
    openers: Openers;
    attach: ComponentProps<typeof ItemTable>["attach"];
  },
) {
  const t = useTranslations("requests.page");
  const { team, archive, lifecycle, request, me, today, openers, attach } = props;
  return (
    <>
      <RequestMissing team={team} request={request} missing={props.missing} />
      <Panel title={t("items.title")} flush>
        <ItemTable {...{ team, archive, lifecycle, request, me, today, openers, attach }} />
      </Panel>
    </>
  );
}

/** What people look up about a request: its facts, its papers, what is due. */
export function RequestAside(
  props: Omit<Framed, "documents"> & {
    documents: readonly DocumentLine[];
    timeZone: string;
    /** Its duties that were closed last. */
    closed: readonly ClosedDuty[];
    canUpload: boolean;
    /** Deletes a document; null for readers who may not. */
    remove: ComponentProps<typeof RequestDocuments>["remove"];
    settle?: (input: unknown) => Promise<ActionResult>;
    /** The button that passes the request on, for whoever may. */
    handOver: ReactNode;
    /** The button that sets the last day of the project, for whoever may. */
    projectEnd: ReactNode;
  },
) {
  const t = useTranslations("requests.page");
  const { team, archive, lifecycle, request, today, documents } = props;
  return (
    <>
      <RequestFacts {...props} />
      <RequestDocuments
        team={team}
        request={request}
        documents={documents}
        canUpload={props.canUpload}
        remove={props.remove}
      />
      <Panel title={t("duties.title")}>
        <DutyList
          team={team}
          archive={archive}
          lifecycle={lifecycle.id}
          duties={request.obligations}
          today={today}
          settle={props.settle}
        />
        <ClosedDuties team={team} duties={props.closed} />
      </Panel>
    </>
  );
}

/** Everybody whom a request names, with what they lack. */
export function RequestPeople(
  props: Pick<Framed, "team" | "me" | "today"> & { people: readonly PersonGaps[] },
) {
  const t = useTranslations("requestPage.people");
  return (
    <Panel title={t("title")} lead={t("lead")}>
      <PeopleList {...props} />
    </Panel>
  );
}
