import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DutyActions } from "@/components/duties/duty-actions";
import { dutiesPath } from "@/components/duties/duty-path";
import { DutyView } from "@/components/duties/duty-view";
import type { SendDuty } from "@/components/duties/send-duty";
import { MarkSeen } from "@/components/inbox/mark-seen";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { getDates } from "@/components/words/dates";
import { getSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import { type DutyDetail, getDuty } from "@/lib/services/duty-page";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { attachProof } from "../../documents/actions";
import { markRead } from "../../inbox/actions";
import {
  acknowledgeDuty,
  dropDuty,
  reopenDuty,
  settleDuty,
  snoozeDuty,
  wakeDuty,
} from "../actions";

interface Address {
  params: Promise<{ team: string; id: string }>;
}

const readDuty = cache(async (team: string, id: string) =>
  orNotFound(getDuty(await requireActor(team), id)),
);

export async function generateMetadata(props: Address): Promise<Metadata> {
  const { team, id } = await props.params;
  const say = await getSay();
  return { title: say((await readDuty(team, id)).kind.name) };
}

export default async function DutyPage(props: Address) {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const duty = await readDuty(team, id);
  const today = todayFor(actor);
  const t = await getTranslations("duties");
  const say = await getSay();
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: dutiesPath(team), label: t("title") }]} />}
        title={say(duty.kind.name)}
        lead={await sentenceOf(duty, today)}
        actions={<DutyActions team={team} duty={duty} today={today} send={sendFor(actor, team)} />}
      />
      <MarkSeen team={team} dutyId={id} read={markRead} />
      <DutyView
        {...{ team, duty, today, now: actor.now, timeZone: actor.timeZone ?? "UTC" }}
        attach={can(actor, "document.attach") ? attachProof : undefined}
      />
    </>
  );
}

/** How it stands, in one sentence. */
async function sentenceOf(duty: DutyDetail, today: Day): Promise<string> {
  const t = await getTranslations("duties.sentence");
  const dates = await getDates();
  const { state, dueOn, closedOn, closedBy } = duty;
  return t(state, {
    due: dates.dayLong(dueOn),
    distance: dates.distance(today, dueOn),
    closed: closedOn ? dates.dayLong(closedOn) : "",
    by: closedBy ?? t("gatebook"),
  });
}

function sendFor(actor: Member, team: string): SendDuty {
  return {
    settle: can(actor, "duty.settle") ? settleDuty.bind(null, team) : null,
    drop: can(actor, "duty.settle") ? dropDuty.bind(null, team) : null,
    reopen: can(actor, "duty.reopen") ? reopenDuty.bind(null, team) : null,
    acknowledge: can(actor, "duty.acknowledge") ? acknowledgeDuty.bind(null, team) : null,
    snooze: can(actor, "duty.snooze") ? snoozeDuty.bind(null, team) : null,
    wake: can(actor, "duty.snooze") ? wakeDuty.bind(null, team) : null,
  };
}
