import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Holdings } from "@/components/people/holdings/holdings";
import { InstitutionView } from "@/components/people/institution-view";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { readView } from "@/lib/lists/address";
import { REQUEST_LIST } from "@/lib/lists/requests";
import { boxesOf } from "@/lib/people/boxes";
import { typesHeldBy } from "@/lib/people/qualification-types";
import { writeNumber } from "@/lib/requests/number";
import { getArchiveRules } from "@/lib/services/archive-rules";
import { listQualifications } from "@/lib/services/qualifications";
import { listRequests } from "@/lib/services/request-list";
import { getTeam } from "@/lib/services/teams";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can, canRecordFor } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { holdingActions } from "../people/[id]/holding-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("institution"))("title") };
}

export default async function InstitutionPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const t = await getTranslations("institution");
  const people = await getTranslations("people");
  const { institution } = await getTeam(actor);
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/people`, label: people("title") }]} />}
        title={institution || t("title")}
        lead={t("lead")}
      />
      <InstitutionView holdings={await holdingsOf(actor, team)} />
    </>
  );
}

async function holdingsOf(actor: Member, team: string): Promise<Holdings> {
  const [qualifications, rules, requests] = await Promise.all([
    listQualifications(actor, null),
    getArchiveRules(actor),
    listRequests(actor, readView(REQUEST_LIST, { sort: "-changed" })),
  ]);
  const today = todayFor(actor);
  const waive = can(actor, "qualification.waive");
  return {
    ...{ team, personId: null, accounts: [], qualifications, today, actions: holdingActions(team) },
    boxes: boxesOf({
      // An institution has few of them: each is shown, asked for or not.
      wanted: new Set(typesHeldBy("institution").map(({ id }) => id)),
      ...{ identities: [], qualifications, today, may: { waive } },
      rules: new Map(rules.map(({ archive, values }) => [archive, values])),
    }),
    scopes: {
      unit: [],
      request: requests.rows.map(({ id, number, title }) => ({
        value: id,
        label: `${writeNumber(number)} · ${title}`,
      })),
    },
    may: { record: canRecordFor(actor, "qualification.record", null), waive },
  };
}
