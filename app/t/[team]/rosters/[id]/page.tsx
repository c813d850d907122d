import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { toPersonChoice } from "@/components/agreements/choices";
import { RosterLines } from "@/components/rosters/roster-lines";
import { rostersPath } from "@/components/rosters/roster-path";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { ROSTER_VERDICTS } from "@/lib/rosters/compare";
import { listPeople } from "@/lib/services/people";
import { getRoster } from "@/lib/services/rosters";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { makeRosterTasks } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rosters"))("title") };
}

export default async function RosterPage(props: { params: Promise<{ team: string; id: string }> }) {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  if (!z.uuid().safeParse(id).success) notFound();
  const [roster, people] = await Promise.all([orNotFound(getRoster(actor, id)), listPeople(actor)]);
  const t = await getTranslations("rosters");
  const dates = await getDates();
  const data = roster.units.map(({ code, title }) => `${title} (${code})`).join(", ");
  const parts = ROSTER_VERDICTS.toReversed().flatMap((verdict) => {
    const lines = roster.lines.filter((line) => line.verdict === verdict);
    return lines.length > 0 ? [{ verdict, lines }] : [];
  });
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: rostersPath(team), label: t("title") }]} />}
        title={roster.place}
        lead={t("page.lead", { data, on: dates.day(roster.takenOn), by: roster.createdBy })}
      />
      {parts.map(({ verdict, lines }) => (
        <Panel
          key={verdict}
          title={t("page.group", { verdict: t(`verdict.${verdict}`), count: lines.length })}
          lead={t(`page.means.${verdict}`)}
          flush
        >
          <RosterLines
            team={team}
            rosterId={roster.id}
            lines={lines}
            people={people.filter(({ presence }) => presence === "here").map(toPersonChoice)}
            me={actor.personId}
            makeTasks={
              can(actor, "roster.record") && verdict !== "expected"
                ? makeRosterTasks.bind(null, team)
                : undefined
            }
          />
        </Panel>
      ))}
    </>
  );
}
