import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundChain } from "@/components/renewal/round-chain";
import { RequestFrame } from "@/components/requests/request-frame";
import { SentBack } from "@/components/rounds/sent-back";
import { WhatWasFiled } from "@/components/rounds/what-was-filed";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { listFilings } from "@/lib/services/filings";
import { listRounds } from "@/lib/services/round-chain";
import { requireActor } from "@/lib/session";
import { moveRequest, undoMove } from "../../actions";
import { readFramed } from "../read-framed";

interface Address {
  params: Promise<{ team: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  const t = await getTranslations("requests.tabs");
  return number === null
    ? {}
    : { title: t("titled", { tab: t("rounds"), number: writeNumber(number) }) };
}

/** The rounds of a request: what was filed each time, and what differs. */
export default async function RequestRoundsPage(props: Address) {
  const address = await props.params;
  const actor = await requireActor(address.team);
  const { framed, people } = await readFramed(actor, address);
  const { request, archive, lifecycle, team } = framed;
  const [filings, rounds] = await Promise.all([
    listFilings(actor, request.number),
    listRounds(actor, request.number),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <RequestFrame {...framed} move={moveRequest} undo={undoMove}>
      <RoundChain
        team={team}
        rounds={rounds}
        filings={filings}
        sections={archive.sections(lifecycle.id)}
        names={names}
      />
      <WhatWasFiled
        team={team}
        number={request.number}
        sections={archive.sections(lifecycle.id)}
        filings={filings}
        names={names}
        asked={await props.searchParams}
      />
      <SentBack revisions={framed.revisions} sections={archive.sections(lifecycle.id)} />
    </RequestFrame>
  );
}
