import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportDeeds } from "@/components/imports/import-deeds";
import { importsHref } from "@/components/imports/import-path";
import { IMPORT_TONES, importState } from "@/components/imports/import-tone";
import { RowList } from "@/components/imports/row-list";
import { RowTabs } from "@/components/imports/row-tabs";
import { Crumbs } from "@/components/ui/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { getDates } from "@/components/words/dates";
import { getSay } from "@/components/words/say";
import { rowQuery } from "@/lib/imports/forms";
import { getImport, listImportRows } from "@/lib/services/imports";
import { listPeople } from "@/lib/services/people";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { answerRows, applyImport, decideRows, dropImport, undoImport } from "../actions";

interface Props {
  params: Promise<{ team: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number } = await props.params;
  return { title: (await getTranslations("imports"))("one", { number }) };
}

export default async function ImportPage(props: Props) {
  const { team, number } = await props.params;
  const actor = await requireActor(team);
  if (!/^\d{1,9}$/.test(number)) notFound();
  const shown = await orNotFound(getImport(actor, Number(number)));
  const { show = "changes", after } = rowQuery.parse(await props.searchParams);
  const { rows, next } = await listImportRows(actor, { importId: shown.id, show, after });
  const t = await getTranslations("imports");
  const dates = await getDates();
  const say = await getSay();
  const state = importState(shown.state);
  const isOpen = (state === "preview" || state === "applied") && can(actor, "import.record");
  const asksWho = rows.some(({ questions }) => questions.some(({ about }) => about === "person"));
  const people = asksWho ? await listPeople(actor) : [];
  const about = {
    ...{ day: dates.day(shown.seenOn), by: shown.createdBy },
    person: shown.personName ?? "none",
  };
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: importsHref(team), label: t("title") }]} />}
        title={t("called", { number: shown.number, name: say(shown.name) })}
        lead={t("about", about)}
        actions={<StatusChip label={t(`state.${state}`)} tone={IMPORT_TONES[state]} />}
      />
      {shown.notes.length > 0 && (
        <Note tone="info">
          {shown.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Note>
      )}
      {/* Also once it is over: what came of the last press is said there. */}
      <ImportDeeds
        team={team}
        importId={shown.id}
        counts={{ ...shown, confirms: shown.counts.confirms }}
        isOpen={isOpen}
        apply={applyImport}
        undo={undoImport}
        drop={dropImport}
      />
      <RowTabs team={team} number={shown.number} show={show} counts={shown.counts} />
      <Panel
        title={t(`rows.show.${show}`)}
        lead={t(`rows.lead.${show}`)}
        flush
        actions={
          show === "refused" &&
          rows.length > 0 && (
            <ButtonLink
              variant="default"
              size="xs"
              href={`/api/t/${encodeURIComponent(team)}/imports/${shown.number}/refused.csv`}
            >
              {t("rows.download")}
            </ButtonLink>
          )
        }
      >
        {rows.length === 0 ? (
          <EmptyState sentence={t(`rows.none.${show}`)} />
        ) : (
          <RowList
            key={`${show} ${after ?? 0}`}
            team={team}
            importId={shown.id}
            rows={rows}
            people={people.map(({ id, name }) => ({ id, name }))}
            deeds={isOpen ? { decide: decideRows, answer: answerRows } : undefined}
          />
        )}
      </Panel>
      {next !== null && (
        <ButtonLink
          variant="default"
          mt="md"
          href={importsHref(team, shown.number, { show, after: next })}
        >
          {t("rows.next")}
        </ButtonLink>
      )}
    </>
  );
}
