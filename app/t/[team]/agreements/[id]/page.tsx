import { Group } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { AddVersion, ChangeAgreement } from "@/components/agreements/agreement-dialogs";
import type { AgreementDuties } from "@/components/agreements/agreement-duties";
import { agreementsHref } from "@/components/agreements/agreement-path";
import { AgreementView } from "@/components/agreements/agreement-view";
import { toPersonChoice, toUnitChoice } from "@/components/agreements/choices";
import { Crumbs } from "@/components/ui/crumbs";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { archiveByCode } from "@/lib/archives/index";
import { getAgreement } from "@/lib/services/agreements";
import { listGatedUnits } from "@/lib/services/catalogue";
import { listClosedDuties, listOpenDuties } from "@/lib/services/duties-about";
import { listPeople } from "@/lib/services/people";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { attachProof } from "../../documents/actions";
import {
  addVersion,
  endNaming,
  nameInAppendix,
  recordSignature,
  updateAgreement,
} from "../actions";

interface Address {
  params: Promise<{ team: string; id: string }>;
}

const readAgreement = cache(async (team: string, id: string) => {
  if (!z.uuid().safeParse(id).success) notFound();
  return orNotFound(getAgreement(await requireActor(team), id));
});

export async function generateMetadata(props: Address): Promise<Metadata> {
  const { team, id } = await props.params;
  return { title: (await readAgreement(team, id)).name };
}

const SEND = { update: updateAgreement, addVersion, name: nameInAppendix, endName: endNaming };

async function dutiesOf(actor: Member, agreementId: string): Promise<AgreementDuties> {
  const [open, closed] = await Promise.all([
    listOpenDuties(actor, { agreementId }),
    listClosedDuties(actor, { agreementId }),
  ]);
  return { open, closed };
}

export default async function AgreementPage(props: Address) {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const agreement = await readAgreement(team, id);
  const archive = archiveByCode(agreement.archive) ?? notFound();
  const mayRecord = can(actor, "agreement.record");
  const people = await listPeople(actor);
  const units = mayRecord ? await listGatedUnits(actor) : [];
  const ofArchive = units.filter((unit) => unit.archive === archive.code).map(toUnitChoice);
  const t = await getTranslations("agreements");
  const reminders = await getTranslations("schedules");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: agreementsHref(team), label: t("title") }]} />}
        title={agreement.name}
        lead={t("ofArchive", { archive: archive.name, agreement: archive.words.agreement })}
        actions={
          mayRecord && (
            <Group gap="sm">
              <ButtonLink
                variant="default"
                href={`/t/${team}/settings/reminders?agreement=${agreement.id}`}
              >
                {reminders("ofAgreement")}
              </ButtonLink>
              <ChangeAgreement team={team} agreement={agreement} send={SEND} />
              {agreement.isLatest && agreement.endedOn === null && (
                <AddVersion team={team} agreement={agreement} send={SEND} units={ofArchive} />
              )}
            </Group>
          )
        }
      />
      <AgreementView
        team={team}
        agreement={agreement}
        duties={await dutiesOf(actor, agreement.id)}
        today={todayFor(actor)}
        now={actor.now}
        timeZone={actor.timeZone ?? "UTC"}
        people={people.map(toPersonChoice)}
        me={actor.personId}
        send={mayRecord ? SEND : null}
        sign={can(actor, "signature.record") ? recordSignature : null}
        attach={attachProof}
      />
    </>
  );
}
