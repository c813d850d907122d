import { Box, Text } from "@mantine/core";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formOfRequest, toFormPerson, toFormUnit } from "@/components/requests/form/form-props";
import { RequestForm } from "@/components/requests/form/request-form";
import { requestPath } from "@/components/requests/request-path";
import { reasonFor } from "@/components/requests/request-words";
import { Crumbs } from "@/components/ui/crumbs";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { archiveByCode } from "@/lib/archives/index";
import { AppError } from "@/lib/errors";
import { requestNumber, writeNumber } from "@/lib/requests/filter";
import { findLifecycle, summarise } from "@/lib/requests/lifecycle";
import { listUnitsForRequest } from "@/lib/services/catalogue";
import { listHistory } from "@/lib/services/events";
import { listPeople } from "@/lib/services/people";
import { getRequest } from "@/lib/services/requests";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { moveRequest, saveDraft } from "../../actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export default async function RequestFormPage(props: Address) {
  const { team, number: typed } = await props.params;
  const actor = await requireActor(team);
  const number = requestNumber(typed) ?? notFound();
  const request = await orNotFound(getRequest(actor, number));
  const archive = archiveByCode(request.archive) ?? notFound();
  const form = formOfRequest(archive, request);
  if (!form.isEditable || !can(actor, "request.edit")) redirect(requestPath(team, number));
  const chosen = request.items.map(({ unit }) => unit);
  const [people, possible, history] = await Promise.all([
    listPeople(actor),
    unitsBeside(actor, chosen[0]?.id ?? ""),
    listHistory(actor, { requestId: request.id }),
  ]);
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const reason = reasonFor(lifecycle, history, summarise(lifecycle, request.items).step.id);
  const others = possible.filter(({ id }) => !chosen.some((unit) => unit.id === id));
  const units = new Map([...chosen, ...others].map((unit) => [unit.id, toFormUnit(unit)]));
  const t = await getTranslations("requests");
  const written = writeNumber(number);
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/t/${team}/requests`, label: t("title") },
              { href: requestPath(team, number), label: written },
            ]}
          />
        }
        title={t("form.edit", { number: written, title: request.title })}
        lead={archive.name}
      />
      {reason && (
        <Box mb="md">
          <Note tone="warn" title={reason.label}>
            <Text style={{ whiteSpace: "pre-wrap" }}>{reason.text}</Text>
          </Note>
        </Box>
      )}
      <RequestForm
        // A later visit starts from what is stored then.
        key={request.version}
        team={team}
        archive={archive.code}
        lifecycle={request.lifecycle}
        draft={form.draft}
        units={[...units.values()]}
        people={people.map(toFormPerson)}
        fixed={form.fixed}
        submitMove={form.submitMove}
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

export async function generateMetadata(props: Address) {
  const { number } = await props.params;
  return { title: `GB-${requestNumber(number) ?? ""}` };
}
