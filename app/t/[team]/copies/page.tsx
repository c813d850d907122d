import { Group } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toPersonChoice } from "@/components/agreements/choices";
import { CopiesView } from "@/components/copies/copies-view";
import { RegisterCopy } from "@/components/copies/copy-dialogs";
import { certificatesHref } from "@/components/copies/copy-path";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { listCopies } from "@/lib/services/copies";
import { listCopyRequests } from "@/lib/services/copy-choices";
import { listPeople } from "@/lib/services/people";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { changeCopy, destroyCopy, registerCopy, restoreCopy } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copies"))("title") };
}

export default async function CopiesPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [copies, requests, people] = await Promise.all([
    listCopies(actor),
    listCopyRequests(actor),
    listPeople(actor),
  ]);
  const t = await getTranslations("copies");
  const choices = { people: people.map(toPersonChoice), requests, copies };
  const send = can(actor, "copy.record")
    ? {
        ...{ register: registerCopy, change: changeCopy, destroy: destroyCopy },
        restore: can(actor, "copy.restore") ? restoreCopy : null,
      }
    : null;
  const shown = { team, copies, choices, send, me: actor.personId, today: todayFor(actor) };
  const add = send && <RegisterCopy {...shown} send={send} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Group gap="sm">
            <ButtonLink href={certificatesHref(team)} variant="default">
              {t("certificates")}
            </ButtonLink>
            {copies.length > 0 && add}
          </Group>
        }
      />
      {copies.length === 0 ? (
        <EmptyState sentence={t("empty")} action={add} />
      ) : (
        <CopiesView
          {...shown}
          by={(await props.searchParams).by === "request" ? "request" : "place"}
        />
      )}
    </>
  );
}
