import { Group } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toPersonChoice, toUnitChoice } from "@/components/agreements/choices";
import type { AmendmentChoices } from "@/components/amendments/amendment-fields";
import { AmendmentList } from "@/components/amendments/amendment-list";
import { AmendmentWays } from "@/components/amendments/amendment-ways";
import { PrepareAmendment } from "@/components/amendments/prepare-amendment";
import { itemWords } from "@/components/requests/item-words";
import { RequestFrame } from "@/components/requests/request-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { changeableFunctions } from "@/lib/amendments/people";
import { AMENDMENT_KINDS, isPossible } from "@/lib/archives/amendment";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { listAmendments } from "@/lib/services/amendment-list";
import { listUnitsForRequest } from "@/lib/services/catalogue";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { moveRequest, undoMove } from "../../actions";
import { type RequestReading, readFramed } from "../read-framed";
import {
  askAmendment,
  decideAmendment,
  prepareAmendment,
  recordAmendment,
  withdrawAmendment,
} from "./actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  const t = await getTranslations("requests.tabs");
  return number === null
    ? {}
    : { title: t("titled", { tab: t("amendments"), number: writeNumber(number) }) };
}

/** Changes of a live approval: how the archive takes each, and what was asked and decided. */
export default async function AmendmentsPage(props: Address) {
  const address = await props.params;
  const actor = await requireActor(address.team);
  const reading = await readFramed(actor, address);
  const { framed } = reading;
  const { request, archive, team, today } = framed;
  const amendments = await listAmendments(actor, request.id);
  const isLive = request.items.some(({ grants }) => grants.some(({ endedOn }) => endedOn === null));
  const mayPrepare = isLive && can(actor, "amendment.record");
  const t = await getTranslations("amendments");
  const prepare = mayPrepare && (
    <PrepareAmendment
      team={team}
      requestId={request.id}
      today={today}
      choices={await choicesOf(actor, reading)}
      prepare={prepareAmendment}
    />
  );
  return (
    <RequestFrame {...framed} move={moveRequest} undo={undoMove}>
      {amendments.length === 0 ? (
        <EmptyState sentence={t(isLive ? "empty" : "notLive")} action={prepare} />
      ) : (
        <Group mb="md">{prepare}</Group>
      )}
      <AmendmentList
        team={team}
        number={request.number}
        archive={archive}
        today={today}
        amendments={amendments}
        send={{
          ...(can(actor, "amendment.record") && {
            ...{ ask: askAmendment, withdraw: withdrawAmendment },
          }),
          ...(can(actor, "amendment.decide") && {
            ...{ decide: decideAmendment, record: recordAmendment },
          }),
        }}
      />
      <AmendmentWays archive={archive} />
    </RequestFrame>
  );
}

async function choicesOf(
  actor: Member,
  { framed, people }: RequestReading,
): Promise<AmendmentChoices> {
  const { request, archive, lifecycle } = framed;
  const kinds = AMENDMENT_KINDS.filter((kind) => isPossible(kind, archive.amendments[kind]));
  const present = new Set(request.items.map(({ unitId }) => unitId));
  const [first] = request.items;
  const together =
    first && kinds.includes("scope_add") ? await listUnitsForRequest(actor, first.unitId) : [];
  return {
    kinds,
    people: people.map(toPersonChoice),
    functions: changeableFunctions(archive.sections(lifecycle.id)),
    joining: together.filter(({ id }) => !present.has(id)).map(toUnitChoice),
    items: request.items
      .filter(({ grants }) => grants.some(({ endedOn }) => endedOn === null))
      .map((item) => ({ value: item.id, label: itemWords(item, request.items) })),
  };
}
