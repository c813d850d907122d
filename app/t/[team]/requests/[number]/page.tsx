import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandOverRequest } from "@/components/departure/hand-over-request";
import { itemWords } from "@/components/requests/item-table";
import { MovesProvider } from "@/components/requests/moves/moves-provider";
import { RequestDetails } from "@/components/requests/request-details";
import { RequestSummary } from "@/components/requests/request-summary";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { archiveByCode } from "@/lib/archives/index";
import { requestNumber, writeNumber } from "@/lib/requests/filter";
import { findLifecycle, stepOf } from "@/lib/requests/lifecycle";
import { reviewRequest } from "@/lib/requests/review";
import { openTo } from "@/lib/services/access";
import { listDocuments } from "@/lib/services/documents";
import { listHistory } from "@/lib/services/events";
import { listPeople } from "@/lib/services/people";
import { getRequest } from "@/lib/services/requests";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { attachProof, deleteDocument } from "../../documents/actions";
import { handOverRequest, moveRequest, settleDuty } from "../actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  return number === null ? {} : { title: writeNumber(number) };
}

export default async function RequestPage(props: Address) {
  const { team, number: typed } = await props.params;
  const actor = await requireActor(team);
  const number = requestNumber(typed) ?? notFound();
  const request = await orNotFound(getRequest(actor, number));
  const granted = request.items.filter((item) => item.grants.length > 0);
  const [history, documents, people, openers] = await Promise.all([
    listHistory(actor, { requestId: request.id }),
    listDocuments(actor, { requestId: request.id }),
    listPeople(actor),
    openTo(actor, [...new Set(granted.map((item) => item.unitId))], todayFor(actor)),
  ]);
  const archive = archiveByCode(request.archive) ?? notFound();
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const isEditable = request.items.some((item) => stepOf(lifecycle, item.step).editable);
  const missing = reviewRequest(archive, request, people);
  const reader = {
    team,
    me: actor.personId,
    today: todayFor(actor),
    timeZone: actor.timeZone ?? "UTC",
    canEdit: isEditable && can(actor, "request.edit"),
    canUpload: can(actor, "document.upload"),
    attach: can(actor, "document.attach") ? attachProof : null,
    remove: can(actor, "document.delete") ? deleteDocument : null,
  };
  const t = await getTranslations("requests");
  const { archiveNumber } = request;
  return (
    <MovesProvider
      team={team}
      archive={archive.code}
      lifecycle={lifecycle.id}
      request={{ id: request.id, version: request.version }}
      items={request.items.map((item) => ({
        id: item.id,
        name: itemWords(item, request.items),
        step: item.step,
        stepSince: item.stepSince,
        granted: item.grants.some((grant) => grant.endedOn === null),
      }))}
      rights={{
        "request.move": can(actor, "request.move"),
        "request.approve": can(actor, "request.approve"),
      }}
      isComplete={missing.length === 0}
      today={reader.today}
      documents={documents
        .filter(({ deleted }) => deleted === null)
        .map(({ id, name }) => ({ id, name }))}
      move={moveRequest}
    >
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/requests`, label: t("page.all") }]} />}
        title={t("page.number", { number: writeNumber(number), title: request.title })}
        lead={
          archiveNumber
            ? t("page.at", { archive: archive.name, number: archiveNumber })
            : lifecycle.name
        }
      />
      <RequestSummary
        {...reader}
        archive={archive}
        lifecycle={lifecycle}
        request={request}
        missing={isEditable ? missing : []}
        history={history}
        openers={openers}
      />
      <RequestDetails
        {...reader}
        archive={archive}
        lifecycle={lifecycle}
        request={request}
        history={history}
        documents={documents}
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
      />
    </MovesProvider>
  );
}
