import type { Metadata } from "next";
import { HandOverRequest } from "@/components/departure/hand-over-request";
import { RequestIncidents } from "@/components/incidents/request-incidents";
import { LatestComments } from "@/components/requests/latest-comments";
import { UndoMove } from "@/components/requests/moves/undo-move";
import { ProjectEnd } from "@/components/requests/project-end";
import { RequestAside, RequestItems, RequestPeople } from "@/components/requests/request-details";
import { RequestFrame } from "@/components/requests/request-frame";
import { RequestHistory } from "@/components/requests/request-history";
import { RequestLayout } from "@/components/requests/request-layout";
import { RequestSummary } from "@/components/requests/request-summary";
import { seenOf, waitsOfRequest } from "@/components/requests/waiting/read-waits";
import { historyKind } from "@/lib/requests/history-kinds";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { undoOf } from "@/lib/requests/undo";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { attachProof, deleteDocument } from "../../documents/actions";
import { settleDuty } from "../../duties/actions";
import { handOverRequest, moveRequest, setProjectEnd, undoMove } from "../actions";
import { addComment, recordNudge, retractComment } from "./correspondence/actions";
import { readFramed } from "./read-framed";
import { readOverview } from "./read-overview";

interface Address {
  params: Promise<{ team: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  return number === null ? {} : { title: writeNumber(number) };
}

export default async function RequestPage(props: Address) {
  const address = await props.params;
  const { team } = address;
  const actor = await requireActor(team);
  const reading = await readFramed(actor, address);
  const { framed, people, isEditable } = reading;
  const { request } = framed;
  const kind = historyKind((await props.searchParams).history);
  const overview = await readOverview(actor, framed, kind);
  const { openers, history } = overview;
  const undo = undoOf(framed.lifecycle, history, request.version);
  const seen = seenOf(framed, overview.durations);
  const timeZone = actor.timeZone ?? "UTC";
  const missing = isEditable ? reading.missing : [];
  const canWrite = can(actor, "comment.write");
  return (
    <RequestFrame {...framed} move={moveRequest} undo={undoMove} isOverview>
      <RequestLayout
        state={
          <RequestSummary
            {...{ ...framed, history, openers, seen, stays: overview.stays }}
            canEdit={isEditable && can(actor, "request.edit")}
            missing={missing.length}
            waits={waitsOfRequest(framed, { nudges: overview.nudges, seen, sender: actor.name })}
            nudge={canWrite ? recordNudge.bind(null, team) : null}
          />
        }
        first={
          <RequestItems
            {...{ ...framed, missing, openers }}
            attach={can(actor, "document.attach") ? attachProof : null}
          />
        }
        aside={
          <RequestAside
            {...{ ...framed, timeZone, closed: overview.closed, documents: reading.documents }}
            canUpload={can(actor, "document.upload")}
            remove={can(actor, "document.delete") ? deleteDocument : null}
            settle={can(actor, "duty.settle") ? settleDuty.bind(null, team) : undefined}
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
            projectEnd={
              can(actor, "request.edit") && (
                <ProjectEnd team={team} request={request} save={setProjectEnd} />
              )
            }
          />
        }
        rest={
          <>
            <RequestPeople team={team} me={framed.me} today={framed.today} people={overview.gaps} />
            <RequestIncidents team={team} incidents={overview.incidents} />
            <LatestComments
              {...{ team, request, comments: overview.comments, timeZone }}
              add={canWrite ? addComment.bind(null, team) : null}
              retract={canWrite ? retractComment.bind(null, team) : null}
            />
            <RequestHistory
              {...{ ...framed, kind, timeZone, filings: overview.filings }}
              history={overview.shown}
              names={new Map(people.map(({ id, name }) => [id, name]))}
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
            />
          </>
        }
      />
    </RequestFrame>
  );
}
