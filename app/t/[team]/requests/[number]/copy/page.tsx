import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CopyForm } from "@/components/copy/copy-form";
import { copyArchives } from "@/components/copy/copy-targets";
import { requestPath } from "@/components/requests/request-path";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { archiveByCode } from "@/lib/archives/index";
import { nameOfUnit } from "@/lib/catalogue/unit-name";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { listGatedUnits } from "@/lib/services/catalogue";
import { listPeople } from "@/lib/services/people";
import { getRequest } from "@/lib/services/requests";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { copyRequest } from "../../actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds.copy"))("title") };
}

/** Begins a new request with the answers of this one. */
export default async function CopyRequestPage(props: Address) {
  const { team, number: typed } = await props.params;
  const actor = await requireActor(team);
  const number = requestNumber(typed) ?? notFound();
  if (!can(actor, "request.create")) redirect(requestPath(team, number));
  const request = await orNotFound(getRequest(actor, number));
  const [units, people] = await Promise.all([listGatedUnits(actor), listPeople(actor)]);
  const t = await getTranslations("rounds.copy");
  const written = writeNumber(number);
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/t/${team}/requests`, label: t("all") },
              { href: requestPath(team, number), label: written },
            ]}
          />
        }
        title={t("heading", { number: written })}
        lead={t("lead", { title: request.title })}
      />
      <Panel title={t("title")}>
        <CopyForm
          team={team}
          request={{ id: request.id, archive: request.archive, lifecycle: request.lifecycle }}
          source={{
            answers: request.answers,
            items: request.items.map(({ unitId, personId, answers }) => ({
              ...{ unitId, personId, answers },
            })),
          }}
          archives={copyArchives()}
          units={units.map((unit) => ({
            ...{ id: unit.id, archive: unit.archive, name: nameOfUnit(unit), code: unit.code },
            ...{ accessClass: unit.accessClass, policy: unit.policy },
            consentCode: unit.consentCode,
            lifecycle: archiveByCode(unit.archive)?.lifecycleOf(unit) ?? "",
          }))}
          people={people
            .filter(({ presence }) => presence !== "left")
            .map(({ id, name }) => ({ id, name }))}
          me={actor.personId}
          copy={copyRequest.bind(null, team)}
        />
      </Panel>
    </>
  );
}
