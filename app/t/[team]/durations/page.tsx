import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import classes from "@/components/archives/archive-guide.module.css";
import { archiveGuidePath } from "@/components/archives/archive-guide-path";
import { DurationsTable } from "@/components/archives/durations-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import { findLifecycle } from "@/lib/requests/lifecycle";
import { listDurations } from "@/lib/services/durations";
import { requireActor } from "@/lib/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archivePage.durations"))("title") };
}

export default async function DurationsPage(props: { params: Promise<{ team: string }> }) {
  const actor = await requireActor((await props.params).team);
  const t = await getTranslations("archivePage.durations");
  const say = await getSay();
  const found = await listDurations(actor);
  const seen = found.filter(({ steps, total }) => total.n > 0 || Object.keys(steps).length > 0);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {seen.length === 0 && <EmptyState sentence={t("none")} />}
      <div className={classes.parts}>
        {seen.map((each) => {
          const archive = archiveByCode(each.archive);
          if (!archive) return null;
          const lifecycle = findLifecycle(archive, each.lifecycle);
          return (
            <Panel
              key={lifecycle.id}
              title={say(lifecycle.name)}
              actions={
                <TextLink href={archiveGuidePath(archive.code)}>
                  {t("guide", { archive: archive.name })}
                </TextLink>
              }
              flush
            >
              <DurationsTable lifecycle={lifecycle} seen={each} />
            </Panel>
          );
        })}
      </div>
    </>
  );
}
