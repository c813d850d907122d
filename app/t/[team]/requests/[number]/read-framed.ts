import { notFound } from "next/navigation";
import type { Framed } from "@/components/requests/request-frame";
import { archiveByCode } from "@/lib/archives/index";
import type { DocumentLine } from "@/lib/documents/document";
import type { MissingAnswer } from "@/lib/requests/form";
import { findLifecycle, stepOf } from "@/lib/requests/lifecycle";
import { requestNumber } from "@/lib/requests/number";
import { reviewRequest } from "@/lib/requests/review";
import { listDocuments } from "@/lib/services/documents";
import { listPeople, type TeamPerson } from "@/lib/services/people";
import { getRequest } from "@/lib/services/requests";
import { listRevisions } from "@/lib/services/revisions";
import { orNotFound } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

/** A request as every one of its pages reads it: `framed` is for the frame around the page. */
export interface RequestReading {
  framed: Framed;
  /** The people of the team. */
  people: TeamPerson[];
  /** The documents of the request, deleted ones too. */
  documents: DocumentLine[];
  /** What the form still lacks. */
  missing: MissingAnswer[];
  /** Whether the form is open, for whoever may edit it. */
  isEditable: boolean;
}

/** Reads the request of a page's address; answers 404 for numbers that are none of the team's. */
export async function readFramed(
  actor: Member,
  address: { team: string; number: string },
): Promise<RequestReading> {
  const number = requestNumber(address.number) ?? notFound();
  const request = await orNotFound(getRequest(actor, number));
  const archive = archiveByCode(request.archive) ?? notFound();
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const [people, documents, revisions] = await Promise.all([
    listPeople(actor),
    listDocuments(actor, { requestId: request.id }),
    listRevisions(actor, request.id),
  ]);
  const missing = reviewRequest(archive, request, people);
  return {
    framed: {
      team: address.team,
      archive,
      lifecycle,
      request,
      rights: {
        "request.move": can(actor, "request.move"),
        "request.approve": can(actor, "request.approve"),
      },
      isComplete: missing.length === 0,
      me: actor.personId,
      today: todayFor(actor),
      documents: documents
        .filter(({ deleted }) => deleted === null)
        .map(({ id, name }) => ({ id, name })),
      revisions,
      canCopy: can(actor, "request.create"),
      canUndo: can(actor, "request.undoMove"),
    },
    people,
    documents,
    missing,
    isEditable: request.items.some((item) => stepOf(lifecycle, item.step).editable),
  };
}
