import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { departurePath } from "@/components/departure/departure-path";
import type { Away } from "@/components/people/away-panel";
import type { Holdings } from "@/components/people/holdings/holdings";
import { EditPerson } from "@/components/people/person-editor";
import { OWN_PAGE } from "@/components/people/person-path";
import { PersonView } from "@/components/people/person-view";
import { Crumbs } from "@/components/ui/crumbs";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { boxesOf } from "@/lib/people/boxes";
import type { AccessCell } from "@/lib/readiness/access-view";
import { personAccess } from "@/lib/services/access";
import { getArchiveRules } from "@/lib/services/archive-rules";
import { listClosedDuties } from "@/lib/services/duties-about";
import { listHistory } from "@/lib/services/history";
import { listIdentities } from "@/lib/services/identities";
import { listPeople } from "@/lib/services/people";
import { getPerson, type PersonDetail } from "@/lib/services/person";
import { listQualifications } from "@/lib/services/qualifications";
import { listStandIns } from "@/lib/services/stand-ins";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can, canRecordFor } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { settleDuty } from "../../duties/actions";
import { changePerson } from "../actions";
import { endStandIn, recordStandIn } from "./actions";
import { holdingActions } from "./holding-actions";

interface Address {
  params: Promise<{ team: string; id: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const person = await orNotFound(getPerson(actor, personIn(id, actor)));
  return { title: person.name };
}

/** Whom the address names: somebody, or the reader. */
function personIn(address: string, actor: Member): string {
  return address === OWN_PAGE ? actor.personId : address;
}

export default async function PersonPage(props: Address) {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const today = todayFor(actor);
  const person = await orNotFound(getPerson(actor, personIn(id, actor)));
  const [access, history, closed] = await Promise.all([
    personAccess(actor, person.id, today),
    listHistory(actor, { personId: person.id, take: 30 }),
    listClosedDuties(actor, { ownerId: person.id }),
  ]);
  const t = await getTranslations("person");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/people`, label: t("all") }]} />}
        title={person.name}
        lead={person.id === actor.personId ? t("mine.lead") : t("lead")}
        actions={<Actions actor={actor} team={team} person={person} />}
      />
      <PersonView
        team={team}
        person={person}
        closed={closed}
        me={actor.personId}
        cells={access.cells}
        holdings={await holdingsOf(actor, team, person.id, access.cells)}
        away={await awayOf(actor, person)}
        history={history}
        today={today}
        timeZone={actor.timeZone ?? "UTC"}
        settle={can(actor, "duty.settle") ? settleDuty.bind(null, team) : undefined}
      />
    </>
  );
}

async function Actions(props: { actor: Member; team: string; person: PersonDetail }) {
  const { actor, team, person } = props;
  const t = await getTranslations("person");
  return (
    <>
      {can(actor, "person.update") && (
        <EditPerson key={person.version} person={person} update={changePerson.bind(null, team)} />
      )}
      {can(actor, "departure.preview") && (
        <ButtonLink variant="default" href={departurePath(team, person.id)}>
          {t("leaves")}
        </ButtonLink>
      )}
    </>
  );
}

async function awayOf(actor: Member, { id, presence }: PersonDetail): Promise<Away> {
  const may = canRecordFor(actor, "standIn.record", id);
  const people = may ? await listPeople(actor) : [];
  return {
    absences: await listStandIns(actor, id),
    people: people
      .filter((other) => other.id !== id && other.presence !== "left")
      .map((other) => ({ value: other.id, label: other.name })),
    record: may && presence !== "left" ? recordStandIn : null,
    end: may ? endStandIn : null,
  };
}

async function holdingsOf(
  actor: Member,
  team: string,
  personId: string,
  cells: readonly AccessCell[],
): Promise<Holdings> {
  const [accounts, qualifications, rules] = await Promise.all([
    listIdentities(actor, personId),
    listQualifications(actor, personId),
    getArchiveRules(actor),
  ]);
  const asked = cells.flatMap(({ reasons, held }) => [...reasons, ...held]);
  const today = todayFor(actor);
  const waive = can(actor, "qualification.waive");
  return {
    ...{ team, personId, accounts, qualifications, today, actions: holdingActions(team) },
    boxes: boxesOf({
      wanted: new Set(asked.flatMap(({ asks }) => asks ?? [])),
      ...{ identities: accounts, qualifications, today, may: { waive } },
      rules: new Map(rules.map(({ archive, values }) => [archive, values])),
    }),
    scopes: {
      unit: cells.map(({ unit }) => ({ value: unit.id, label: unit.name })),
      request: [],
    },
    may: { record: canRecordFor(actor, "qualification.record", personId), waive },
  };
}
