import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { toFormArchive, toFormPerson, toFormUnit } from "@/components/requests/form/form-props";
import { RequestForm } from "@/components/requests/form/request-form";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { archiveByCode } from "@/lib/archives/index";
import { findLifecycle } from "@/lib/requests/lifecycle";
import { listUnitsForRequest } from "@/lib/services/catalogue";
import { readShelf } from "@/lib/services/library";
import { listPeople } from "@/lib/services/people";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { addAnswer } from "../../library/actions";
import { moveRequest, saveDraft } from "../actions";

export default async function NewRequestPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const { unit: unitId } = await props.searchParams;
  const actor = await requireActor(team);
  if (!can(actor, "request.create")) redirect(`/t/${team}/requests`);
  const units = await orNotFound(listUnitsForRequest(actor, String(unitId ?? "")));
  const [unit] = units;
  const archive = unit && archiveByCode(unit.archive);
  if (!archive) notFound();
  const [people, shelf] = await Promise.all([listPeople(actor), readShelf(actor, null)]);
  const lifecycle = findLifecycle(archive, archive.lifecycleOf(unit));
  const t = await getTranslations("requests");
  const submit = lifecycle.moves.find(({ effect }) => effect === "submit");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/requests`, label: t("title") }]} />}
        title={t("form.heading", { archive: archive.name })}
        lead={unit.dataset.title}
      />
      <RequestForm
        team={team}
        archive={toFormArchive(archive, lifecycle.id)}
        lifecycle={lifecycle.id}
        draft={{
          id: randomUUID(),
          version: null,
          number: null,
          content: {
            title: "",
            unitIds: [unit.id],
            personIds: archive.itemPerPerson ? [actor.personId] : [],
            answers: {},
            itemAnswers: {},
          },
        }}
        units={units.map(toFormUnit)}
        people={people.map(toFormPerson)}
        fixed={{ unitIds: [], personIds: [] }}
        submitMove={submit?.id ?? null}
        sentBack={{ locks: {}, revisions: [] }}
        openSection={null}
        shelf={shelf}
        addToLibrary={can(actor, "library.record") ? addAnswer : null}
        save={saveDraft}
        move={moveRequest}
      />
    </>
  );
}

export async function generateMetadata() {
  const t = await getTranslations("requests");
  return { title: t("new") };
}
