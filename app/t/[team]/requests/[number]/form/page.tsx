import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FiledAnswers } from "@/components/requests/filed-answers";
import {
  formOfRequest,
  toFormArchive,
  toFormPerson,
  toFormUnit,
} from "@/components/requests/form/form-props";
import { RequestForm } from "@/components/requests/form/request-form";
import { SentBackNotes } from "@/components/requests/form/sent-back-notes";
import { RequestFrame } from "@/components/requests/request-frame";
import { reasonFor } from "@/components/requests/request-words";
import { AppError } from "@/lib/errors";
import { summarise } from "@/lib/requests/lifecycle";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { listUnitsForRequest } from "@/lib/services/catalogue";
import { listHistory } from "@/lib/services/history";
import { readShelf } from "@/lib/services/library";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { addAnswer } from "../../../library/actions";
import { moveRequest, openSection, saveDraft, undoMove } from "../../actions";
import { type RequestReading, readFramed } from "../read-framed";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  const t = await getTranslations("requests.tabs");
  return number === null
    ? {}
    : { title: t("titled", { tab: t("form"), number: writeNumber(number) }) };
}

/** The form, open to whoever may edit it; else its answers. */
export default async function RequestFormPage(props: Address) {
  const address = await props.params;
  const actor = await requireActor(address.team);
  const reading = await readFramed(actor, address);
  const canEdit = reading.isEditable && can(actor, "request.edit");
  return (
    <RequestFrame {...reading.framed} move={moveRequest} undo={undoMove}>
      {canEdit ? (
        <OpenForm actor={actor} reading={reading} />
      ) : (
        <FiledAnswers {...reading.framed} />
      )}
    </RequestFrame>
  );
}

async function OpenForm({ actor, reading }: { actor: Member; reading: RequestReading }) {
  const { team, archive, lifecycle, request, revisions } = reading.framed;
  const form = formOfRequest(archive, request, revisions);
  const chosen = request.items.map(({ unit }) => unit);
  const [possible, history, shelf] = await Promise.all([
    unitsBeside(actor, chosen[0]?.id ?? ""),
    listHistory(actor, { requestId: request.id }),
    readShelf(actor, request.id),
  ]);
  const reason = reasonFor(lifecycle, history, summarise(lifecycle, request.items).step.id);
  const others = possible.filter(({ id }) => !chosen.some((unit) => unit.id === id));
  const units = new Map([...chosen, ...others].map((unit) => [unit.id, toFormUnit(unit)]));
  return (
    <>
      <SentBackNotes revisions={revisions} reason={reason} />
      <RequestForm
        // A later visit starts from what is stored then.
        key={request.version}
        team={team}
        archive={toFormArchive(archive, request.lifecycle)}
        lifecycle={request.lifecycle}
        draft={form.draft}
        units={[...units.values()]}
        people={reading.people.map(toFormPerson)}
        fixed={form.fixed}
        submitMove={form.submitMove}
        sentBack={form.sentBack}
        shelf={shelf}
        addToLibrary={can(actor, "library.record") ? addAnswer : null}
        openSection={can(actor, "section.open") ? openSection : null}
        save={saveDraft}
        move={moveRequest}
      />
    </>
  );
}

/** What may be added; nothing when the first unit has left the catalogue since. */
async function unitsBeside(actor: Member, unitId: string) {
  try {
    return await listUnitsForRequest(actor, unitId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return [];
    throw error;
  }
}
