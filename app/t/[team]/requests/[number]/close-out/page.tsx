import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toPersonChoice } from "@/components/agreements/choices";
import { CloseOutPanel } from "@/components/close-out/close-out-panel";
import { RegisterCopy } from "@/components/copies/copy-dialogs";
import { CopyTable } from "@/components/copies/copy-table";
import { RequestFrame } from "@/components/requests/request-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { getCloseOut } from "@/lib/services/close-out";
import { listCopyRequests } from "@/lib/services/copy-choices";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { changeCopy, destroyCopy, registerCopy, restoreCopy } from "../../../copies/actions";
import { moveRequest, undoMove } from "../../actions";
import { readFramed } from "../read-framed";
import { cancelCloseOut, recordCloseOutStep, startCloseOut } from "./actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  const t = await getTranslations("requests.tabs");
  return number === null
    ? {}
    : { title: t("titled", { tab: t("closeOut"), number: writeNumber(number) }) };
}

/** How a request ends, and every place in which its data lie. */
export default async function CloseOutPage(props: Address) {
  const address = await props.params;
  const { team } = address;
  const actor = await requireActor(team);
  const { framed, people } = await readFramed(actor, address);
  const { archive, lifecycle, request, today } = framed;
  const [view, requests] = await Promise.all([
    getCloseOut(actor, request.id),
    listCopyRequests(actor),
  ]);
  const { copies } = view;
  const t = await getTranslations("closeOut");
  const words = await getTranslations("copies");
  const send = can(actor, "copy.record")
    ? {
        ...{ register: registerCopy, change: changeCopy, destroy: destroyCopy },
        restore: can(actor, "copy.restore") ? restoreCopy : null,
      }
    : null;
  const choices = { people: people.map(toPersonChoice), requests, copies };
  const shown = { team, copies, choices, send, me: actor.personId, today };
  return (
    <RequestFrame {...framed} move={moveRequest} undo={undoMove}>
      <CloseOutPanel
        team={team}
        archive={archive}
        rules={archive.closeOut(lifecycle.id)}
        request={{ id: request.id, number: request.number }}
        view={view}
        today={today}
        send={
          can(actor, "closeOut.record")
            ? { start: startCloseOut, record: recordCloseOutStep, cancel: cancelCloseOut }
            : null
        }
      />
      <Panel
        title={t("copies")}
        lead={t("copiesLead")}
        actions={send && <RegisterCopy {...shown} send={send} requestId={request.id} />}
        flush={copies.length > 0}
      >
        {copies.length === 0 ? (
          <EmptyState sentence={words("emptyHere")} />
        ) : (
          <CopyTable {...shown} isOfOneRequest />
        )}
      </Panel>
    </RequestFrame>
  );
}
