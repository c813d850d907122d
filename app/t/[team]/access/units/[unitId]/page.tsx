import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { accessPath, placePath, unitPath } from "@/components/access/access-paths";
import { UnitDoors } from "@/components/access/unit-doors";
import { UnitPeople } from "@/components/access/unit-people";
import { UnitTermsPanel } from "@/components/access/unit-terms-panel";
import { Crumbs } from "@/components/ui/crumbs";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { RecordVersion } from "@/components/versions/record-version";
import { UnitVersions } from "@/components/versions/unit-versions";
import { getDates } from "@/components/words/dates";
import { accessFilter } from "@/lib/readiness/access-filter";
import { unitAccess } from "@/lib/services/access";
import { getUnitTerms } from "@/lib/services/unit-terms";
import { listHeldUnits, listNewVersions } from "@/lib/services/version-pages";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { recordNewVersion } from "../../../versions/actions";
import { confirmSeen, setUnitTerms } from "../../actions";

interface Address {
  params: Promise<{ team: string; unitId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

export default async function UnitPage(props: Address) {
  const { team, unitId } = await props.params;
  const actor = await requireActor(team);
  const { on } = accessFilter.parse(await props.searchParams);
  const today = todayFor(actor);
  const access = await orNotFound(unitAccess(actor, unitId, on ?? today));
  const [versions, held, terms] = await Promise.all([
    listNewVersions(actor, { unitId: access.unit.id }),
    listHeldUnits(actor),
    getUnitTerms(actor, access.unit.id),
  ]);
  const t = await getTranslations("access");
  const dates = await getDates();
  const { unit } = access;
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: accessPath(team, { on }), label: t("title") }]} />}
        title={unit.name}
        lead={t("unit.lead", { archive: unit.archiveName, code: unit.code })}
        actions={
          <>
            <ButtonLink variant="default" href={`/catalogue/${unit.slug}`}>
              {t("unit.catalogue")}
            </ButtonLink>
            {can(actor, "version.record") && held.some(({ id }) => id === unit.id) && (
              <RecordVersion team={team} units={held} unitId={unit.id} record={recordNewVersion} />
            )}
            {can(actor, "request.create") && (
              <ButtonLink href={placePath(team, { kind: "newRequest", unitId: unit.id })}>
                {t("unit.request")}
              </ButtonLink>
            )}
          </>
        }
      />
      {access.on !== today && (
        <Note tone="info">
          <p>
            {t("asOf", { day: dates.day(access.on) })}{" "}
            <TextLink href={unitPath(team, unit.id)} underline="always">
              {t("backToToday")}
            </TextLink>
          </p>
        </Note>
      )}
      <UnitVersions team={team} unitId={unit.id} versions={versions} />
      <UnitPeople
        team={team}
        access={access}
        me={actor.personId}
        today={today}
        confirm={can(actor, "access.confirm") ? confirmSeen.bind(null, team) : undefined}
      />
      <UnitTermsPanel
        team={team}
        unit={terms}
        set={can(actor, "unit.setTerms") ? setUnitTerms.bind(null, team) : null}
      />
      <UnitDoors team={team} doors={access.doors} on={on} />
    </>
  );
}
