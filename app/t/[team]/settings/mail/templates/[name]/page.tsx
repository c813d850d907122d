import { Box } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TemplateLanguages } from "@/components/mail/template-languages";
import { TemplateView } from "@/components/mail/template-view";
import { Crumbs } from "@/components/ui/crumbs";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { isLanguage } from "@/lib/languages";
import { isTemplate } from "@/lib/reminders/mail-templates";
import { previewTemplate } from "@/lib/services/mail-templates";
import { requireActor } from "@/lib/session";

interface Props {
  params: Promise<{ team: string; name: string }>;
  searchParams: Promise<{ language?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await params;
  const t = await getTranslations("mailSettings.template");
  return { title: isTemplate(name) ? t(`names.${name}`) : t("title") };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const { team, name } = await params;
  const actor = await requireActor(team);
  if (!isTemplate(name)) notFound();
  const asked = (await searchParams).language;
  const language = isLanguage(asked) ? asked : await getLocale();
  const t = await getTranslations("mailSettings");
  const settings = await getTranslations("settings");
  const { subject, html, text, isExample } = await previewTemplate(actor, name, language);
  const home = `/t/${team}/settings`;
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: home, label: settings("title") },
              { href: `${home}/mail`, label: t("title") },
            ]}
          />
        }
        title={t(`template.names.${name}`)}
        lead={t("template.subject", { subject })}
      />
      <Box mb="md">
        <Note tone="info">
          <p>{t(isExample ? "template.example" : "template.real")}</p>
        </Note>
      </Box>
      <TemplateLanguages path={`${home}/mail/templates/${name}`} shown={language} />
      <TemplateView language={language} subject={subject} html={html} text={text} />
    </>
  );
}
