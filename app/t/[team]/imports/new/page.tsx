import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportForm } from "@/components/imports/import-form";
import { importsHref } from "@/components/imports/import-path";
import { SheetForm } from "@/components/imports/sheet-form";
import { SourceList } from "@/components/imports/source-list";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getSay } from "@/components/words/say";
import { ARCHIVES } from "@/lib/archives/index";
import { listPeople } from "@/lib/services/people";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.new"))("title") };
}

export default async function NewImportPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  if (!can(actor, "import.record")) redirect(importsHref(team));
  const { kind } = await props.searchParams;
  const t = await getTranslations("imports");
  const source = ARCHIVES.flatMap(({ imports }) => imports.sources).find(
    (one) => one.kind === kind,
  );
  const say = await getSay();
  const crumbs = [
    { href: importsHref(team), label: t("title") },
    ...(source ? [{ href: importsHref(team, "new"), label: t("new.title") }] : []),
  ];
  if (kind === "spreadsheet") {
    const sheets = await getTranslations("sheets");
    return (
      <>
        <PageHeader
          above={
            <Crumbs
              links={[...crumbs, { href: importsHref(team, "new"), label: t("new.title") }]}
            />
          }
          title={sheets("name")}
          lead={sheets("lead")}
        />
        <SheetForm
          team={team}
          today={todayFor(actor)}
          archives={ARCHIVES.map(({ code, name }) => ({ code, name }))}
        />
      </>
    );
  }
  if (source) {
    const { read: _read, ...shown } = source;
    const people = source.personal ? await listPeople(actor) : [];
    return (
      <>
        <PageHeader
          above={<Crumbs links={crumbs} />}
          title={say(source.name)}
          lead={t("new.lead")}
        />
        <ImportForm
          team={team}
          source={shown}
          people={people.map(({ id, name }) => ({ id, name }))}
          today={todayFor(actor)}
        />
      </>
    );
  }
  const sheets = await getTranslations("sheets");
  return (
    <>
      <PageHeader above={<Crumbs links={crumbs} />} title={t("new.title")} lead={t("new.lead")} />
      {ARCHIVES.map(({ code, name, imports }) => (
        <Panel key={code} title={name}>
          <SourceList
            team={team}
            sources={imports.sources.map((one) => ({
              ...{ kind: one.kind, name: say(one.name) },
              about: t(one.personal ? "new.ofOne" : "new.ofAll"),
            }))}
          />
        </Panel>
      ))}
      <Panel title={sheets("source")}>
        <SourceList
          team={team}
          sources={[{ kind: "spreadsheet", name: sheets("name"), about: sheets("kinds") }]}
        />
      </Panel>
    </>
  );
}
