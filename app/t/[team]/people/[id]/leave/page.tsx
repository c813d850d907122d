import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartureView } from "@/components/departure/departure-view";
import { LastDayForm } from "@/components/departure/last-day-form";
import { StayButton } from "@/components/departure/stay-button";
import { personPath } from "@/components/people/person-path";
import { Crumbs } from "@/components/ui/crumbs";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { isDay } from "@/lib/dates/day";
import { dayProblem } from "@/lib/dates/day-problem";
import { AppError } from "@/lib/errors";
import { previewDeparture } from "@/lib/services/departure";
import type { DeparturePreview } from "@/lib/services/departure-preview";
import { getPerson } from "@/lib/services/person";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { cancelDeparture, recordDeparture } from "./actions";

interface Address {
  params: Promise<{ team: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const { name } = await orNotFound(getPerson(actor, id));
  return { title: (await getTranslations("departure"))("title", { name }) };
}

export default async function LeavePage(props: Address) {
  const { team, id } = await props.params;
  const { on } = await props.searchParams;
  const actor = await requireActor(team);
  const person = await orNotFound(getPerson(actor, id));
  if (!can(actor, "departure.preview")) redirect(personPath(team, id));
  const { name, endsOn } = person;
  const asked = String(on ?? endsOn ?? "").trim();
  const { preview, problem } = await look(actor, id, asked);
  const today = todayFor(actor);
  const t = await getTranslations("departure");
  const dates = await getDates();
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/t/${team}/people`, label: t("people") },
              { href: personPath(team, id), label: name },
            ]}
          />
        }
        title={t("title", { name })}
        lead={t("lead")}
        actions={
          endsOn && (
            <StayButton team={team} person={person} cancel={cancelDeparture.bind(null, team)} />
          )
        }
      />
      {endsOn && (
        <Note tone="info">
          <p>{t("recordedBefore", { name, day: dates.dayWithDistance(endsOn, today) })}</p>
        </Note>
      )}
      <Panel title={t("day.title")}>
        <LastDayForm key={asked} team={team} personId={id} asked={asked} problem={problem} />
      </Panel>
      {preview && (
        <DepartureView
          team={team}
          preview={preview}
          today={today}
          record={recordDeparture.bind(null, team)}
        />
      )}
    </>
  );
}

/** What follows from a day as it was typed, or why it is none. */
async function look(
  actor: Member,
  personId: string,
  asked: string,
): Promise<{ preview: DeparturePreview | null; problem: string | null }> {
  if (!isDay(asked)) return { preview: null, problem: asked === "" ? null : dayProblem(asked) };
  try {
    const preview = await previewDeparture(actor, { personId, lastDay: asked });
    return { preview, problem: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INVALID") throw error;
    return { preview: null, problem: error.message };
  }
}
