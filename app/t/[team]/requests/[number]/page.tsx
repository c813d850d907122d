import type { Metadata } from "next";
import { HandOverRequest } from "@/components/departure/hand-over-request";
import { RequestIncidents } from "@/components/incidents/request-incidents";
import { UndoMove } from "@/components/requests/moves/undo-move";
import { ProjectEnd } from "@/components/requests/project-end";
import { RequestDetails } from "@/components/requests/request-details";
import { RequestFrame } from "@/components/requests/request-frame";
import { RequestSummary } from "@/components/requests/request-summary";
import { seenOf, waitsOfRequest } from "@/components/requests/waiting/read-waits";
import { requestNumber, writeNumber } from "@/lib/requests/filter";
import { undoOf } from "@/lib/requests/undo";
import { openTo } from "@/lib/services/access";
import { listDurations, listStays } from "@/lib/services/durations";
import { listClosedDuties } from "@/lib/services/duties-about";
import { listHistory } from "@/lib/services/history";
import { listIncidentsOfRequest } from "@/lib/services/incident-pages";
import { listNudges } from "@/lib/services/nudges";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { attachProof, deleteDocument } from "../../documents/actions";
import { settleDuty } from "../../duties/actions";
import { handOverRequest, moveRequest, setProjectEnd, undoMove } from "../actions";
import { recordNudge } from "./correspondence/actions";
import { readFramed } from "./read-framed";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  return number === null ? {} : { title: writeNumber(number) };
}

export default async function RequestPage(props: Address) {
  const address = await props.params;
  const { team } = address;
  const actor = await requireActor(team);
  const { framed, people, documents, missing, isEditable } = await readFramed(actor, address);
  const { request, today } = framed;
  const granted = request.items.filter((item) => item.grants.length > 0);
  const [history, stays, durations, nudges, incidents, openers, closed] = await Promise.all([
    listHistory(actor, { requestId: request.id }),
    listStays(actor, request.id),
    listDurations(actor),
    listNudges(actor, request.id),
    listIncidentsOfRequest(actor, request.id),
    openTo(actor, [...new Set(granted.map((item) => item.unitId))], today),
    listClosedDuties(actor, { requestId: request.id }),
  ]);
  const undo = undoOf(framed.lifecycle, history, request.version);
  const seen = seenOf(framed, durations);
  return (
    <RequestFrame {...framed} move={moveRequest}>
      <RequestSummary
        {...framed}
        canEdit={isEditable && can(actor, "request.edit")}
        missing={isEditable ? missing : []}
        history={history}
        stays={stays}
        waits={waitsOfRequest(framed, { nudges, seen, sender: actor.name })}
        seen={seen}
        nudge={can(actor, "comment.write") ? recordNudge.bind(null, team) : null}
        openers={openers}
        attach={can(actor, "document.attach") ? attachProof : null}
        projectEnd={
          can(actor, "request.edit") && (
            <ProjectEnd team={team} request={request} save={setProjectEnd} />
          )
        }
      />
      <RequestIncidents team={team} incidents={incidents} />
      <RequestDetails
        {...framed}
        timeZone={actor.timeZone ?? "UTC"}
        history={history}
        closed={closed}
        documents={documents}
        canUpload={can(actor, "document.upload")}
        remove={can(actor, "document.delete") ? deleteDocument : null}
        settle={can(actor, "duty.settle") ? settleDuty.bind(null, team) : undefined}
        undo={
          can(actor, "request.undoMove") &&
          undo.ok && (
            <UndoMove
              key={request.version}
              request={request}
              label={undo.move.label}
              undo={undoMove.bind(null, team)}
            />
          )
        }
        handOver={
          can(actor, "request.handOver") && (
            <HandOverRequest
              request={request}
              people={people
                .filter(({ id, presence }) => presence === "here" && id !== request.ownerId)
                .map(({ id, name }) => ({ id, name }))}
              handOver={handOverRequest.bind(null, team)}
            />
          )
        }
      />
    </RequestFrame>
  );
}
