import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Correspondence } from "@/components/requests/correspondence/correspondence";
import { RequestFrame } from "@/components/requests/request-frame";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { listComments } from "@/lib/services/comments";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { moveRequest, undoMove } from "../../actions";
import { readFramed } from "../read-framed";
import { addComment, retractComment } from "./actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  if (number === null) return {};
  const t = await getTranslations("requests.tabs");
  return { title: t("titled", { tab: t("correspondence"), number: writeNumber(number) }) };
}

export default async function CorrespondencePage(props: Address) {
  const address = await props.params;
  const actor = await requireActor(address.team);
  const { framed } = await readFramed(actor, address);
  const { team, request, archive, documents, today } = framed;
  const canWrite = can(actor, "comment.write");
  return (
    <RequestFrame {...framed} move={moveRequest} undo={undoMove}>
      <Correspondence
        team={team}
        archive={archive.name}
        requestId={request.id}
        comments={await listComments(actor, request.id)}
        documents={documents}
        today={today}
        timeZone={actor.timeZone ?? "UTC"}
        add={canWrite ? addComment.bind(null, team) : null}
        retract={canWrite ? retractComment.bind(null, team) : null}
      />
    </RequestFrame>
  );
}
