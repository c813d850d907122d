import { IconBook2 } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddOutput } from "@/components/outputs/output-editor";
import { OutputTable } from "@/components/outputs/output-table";
import { FirstRequest } from "@/components/requests/first-request";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { writeNumber } from "@/lib/requests/number";
import { listOutputs, listRequestsForOutputs } from "@/lib/services/outputs";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { addOutput, changeOutput, removeOutput } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outputs"))("title") };
}

/** What came of the team's work with data, as archives ask for it in their reports. */
export default async function OutputsPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [outputs, stored] = await Promise.all([listOutputs(actor), listRequestsForOutputs(actor)]);
  const t = await getTranslations("outputs");
  const requests = stored.map(({ id, number, title }) => ({
    id,
    label: t("request", { number: writeNumber(number), title }),
  }));
  const mayWrite = can(actor, "output.record");
  const add = mayWrite && requests.length > 0 && (
    <AddOutput create={addOutput.bind(null, team)} today={todayFor(actor)} requests={requests} />
  );
  const empty = requests.length === 0 ? "emptyTeam" : mayWrite ? "empty" : "emptyReader";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={outputs.length > 0 && add} />
      {outputs.length === 0 ? (
        <EmptyState
          icon={<IconBook2 size={28} stroke={1.5} />}
          sentence={t(empty)}
          action={
            empty === "emptyTeam" && can(actor, "request.create") ? (
              <FirstRequest team={team} actor={actor} />
            ) : (
              add
            )
          }
        />
      ) : (
        <Panel title={t("all")} flush>
          <OutputTable
            team={team}
            outputs={outputs}
            requests={requests}
            update={mayWrite ? changeOutput.bind(null, team) : null}
            remove={mayWrite ? removeOutput.bind(null, team) : null}
          />
        </Panel>
      )}
    </>
  );
}
