import { Anchor, Group } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyForm } from "@/components/certificates/verify-form";
import { certificateFile, copiesHref } from "@/components/copies/copy-path";
import { requestPath } from "@/components/requests/request-path";
import { Crumbs } from "@/components/ui/crumbs";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { archiveByCode } from "@/lib/archives/index";
import { dayOf } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import { type CertificateLine, listCertificates } from "@/lib/services/certificates";
import { requireActor } from "@/lib/session";
import { verifyCertificate } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certificate"))("title") };
}

/** The certificates of the team, and a place where anybody's file of one is checked. */
export default async function CertificatesPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const rows = await listCertificates(actor);
  const t = await getTranslations("certificate");
  const copies = await getTranslations("copies");
  const dates = await getDates();
  const columns: Column<CertificateLine>[] = [
    {
      ...{ id: "request", header: t("column.request"), isTitle: true },
      cell: ({ number, title }) => (
        <TextLink href={`${requestPath(team, number)}/close-out`}>
          {writeNumber(number)} · {title}
        </TextLink>
      ),
    },
    {
      ...{ id: "archive", header: t("column.archive") },
      cell: ({ archive }) => archiveByCode(archive)?.name ?? archive,
    },
    {
      ...{ id: "issued", header: t("column.issued") },
      cell: ({ issuedAt, issuedBy }) => {
        const on = dates.day(dayOf(issuedAt, actor.timeZone ?? "UTC"));
        return t("issuedBy", { on, name: issuedBy });
      },
    },
    {
      ...{ id: "hash", header: t("column.hash") },
      cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code>,
    },
    {
      ...{ id: "files", header: t("column.files") },
      cell: ({ id, number }) => (
        <Group gap="sm">
          {(["pdf", "json"] as const).map((format) => (
            <Anchor
              key={format}
              href={certificateFile(team, id, format)}
              aria-label={t(`${format}Of`, { number: writeNumber(number) })}
              {...{ inherit: true, download: true }}
            >
              {t(format)}
            </Anchor>
          ))}
        </Group>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: copiesHref(team), label: copies("title") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      {rows.length === 0 ? (
        <EmptyState sentence={t("none")} />
      ) : (
        <Panel title={t("caption")} flush>
          <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />
        </Panel>
      )}
      <Panel title={t("check.title")} lead={t("check.lead")}>
        <VerifyForm verify={verifyCertificate.bind(null, team)} />
      </Panel>
    </>
  );
}
