import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countsFor } from "@/components/lists/worked-out";
import { InvitationRows } from "@/components/people/invitation-rows";
import { InviteForm } from "@/components/people/invite-form";
import { PeopleTable } from "@/components/people/people-table";
import { AddPerson } from "@/components/people/person-editor";
import { PersonList } from "@/components/people/person-list";
import { personPath } from "@/components/people/person-path";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { dayOf } from "@/lib/dates/day";
import { readView } from "@/lib/lists/address";
import { PERSON_LIST } from "@/lib/lists/people";
import { countOpenUnits } from "@/lib/services/access-counts";
import { listInvitations } from "@/lib/services/invitations";
import { knownNames } from "@/lib/services/known-names";
import { searchPeople } from "@/lib/services/person-list";
import { requireActor } from "@/lib/session";
import { rolesToGive } from "@/lib/team/forms";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";
import { addPerson, changePerson, invite, revoke } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const t = await getTranslations("people");
  const dates = await getDates();
  const view = readView(PERSON_LIST, await props.searchParams);
  const [page, names] = await Promise.all([searchPeople(actor, view), knownNames(actor)]);
  const place = { team, shape: PERSON_LIST, view };
  const ids = page.rows.map(({ id }) => id);
  const invitations = can(actor, "invitation.read") ? await listInvitations(actor) : [];
  const rows = invitations.map(({ id, email, role, invitedBy, expiresAt, isExpired }) => {
    const day = dates.day(dayOf(expiresAt, "UTC"));
    return { id, email, role, inviter: invitedBy, day, isExpired };
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink variant="default" href={personPath(team)}>
              {t("mine")}
            </ButtonLink>
            <ButtonLink variant="default" href={`/t/${team}/institution`}>
              {t("institutionLink")}
            </ButtonLink>
            {can(actor, "person.create") && (
              <AddPerson create={addPerson.bind(null, team)} today={todayFor(actor)} />
            )}
          </>
        }
      />
      <PersonList {...{ place, page, names }} menus={<ListMenus actor={actor} place={place} />}>
        <Panel title={t("caption")} flush isTitleSpoken>
          <PeopleTable
            place={place}
            people={page.rows}
            access={countsFor(place, "access", () => countOpenUnits(actor, ids))}
            today={todayFor(actor)}
            update={can(actor, "person.update") ? changePerson.bind(null, team) : undefined}
          />
        </Panel>
      </PersonList>
      {can(actor, "invitation.create") && (
        <Panel title={t("invite.title")} lead={t("invite.lead")}>
          <InviteForm roles={rolesToGive(actor.role)} invite={invite.bind(null, team)} />
        </Panel>
      )}
      {can(actor, "invitation.read") && (
        <Panel title={t("invite.pending")}>
          <InvitationRows rows={rows} revoke={revoke.bind(null, team)} />
        </Panel>
      )}
    </>
  );
}
