import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddAnswer } from "@/components/library/answer-editor";
import { LibraryView } from "@/components/library/library-view";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { topicsAsked } from "@/lib/requests/topics";
import { listLibrary } from "@/lib/services/library";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { addAnswer, changeAnswer, retireAnswer } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

/** The answers that a team gives more than once. */
export default async function LibraryPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const answers = await listLibrary(actor);
  const t = await getTranslations("library");
  const canWrite = can(actor, "library.record");
  const [first, ...others] = topicsAsked();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          canWrite &&
          first && <AddAnswer topics={[first, ...others]} add={addAnswer.bind(null, team)} />
        }
      />
      {answers.length === 0 ? (
        <EmptyState sentence={t("empty")} />
      ) : (
        <LibraryView
          team={team}
          answers={answers}
          write={
            canWrite
              ? { change: changeAnswer.bind(null, team), retire: retireAnswer.bind(null, team) }
              : null
          }
        />
      )}
    </>
  );
}
