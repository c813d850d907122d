import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/ui/crumbs";
import { ExternalButton } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { archiveByCode } from "@/lib/archives/index";
import { isGated } from "@/lib/catalogue/access-class";
import type { DatasetPage } from "@/lib/services/catalogue-entry";
import { archiveGuidePath } from "../archives/archive-guide-path";
import { AccessClassChip } from "./access-class-chip";
import { DatasetFacts } from "./dataset-facts";
import { EntryColumns } from "./entry-columns";
import { FactList } from "./fact-list";
import { OtherDoors } from "./other-doors";
import { PaperList } from "./paper-list";
import { RelationList } from "./relation-list";
import { RequestAccess } from "./request-access";
import { UnitTable } from "./unit-table";

/** Where a request for a unit begins, or why this person cannot begin one. */
export type RequestDoor =
  | { hrefOf: (unitId: string) => string; refusal?: undefined }
  | { hrefOf?: undefined; refusal: string };

/** The page of a data set. */
export function DatasetEntry({ dataset, door }: { dataset: DatasetPage; door: RequestDoor }) {
  const t = useTranslations("catalogue");
  const archiveNames = Object.fromEntries(
    Object.entries(dataset.archives).map(([code, archive]) => [code, archive.name]),
  );
  const archive = dataset.archives[dataset.archive];
  const requestHref = (unit: { id: string; accessClass: DatasetPage["accessClass"] }) =>
    isGated(unit.accessClass) && !dataset.retiredAt ? (door.hrefOf?.(unit.id) ?? null) : null;
  return (
    <>
      <PageHeader
        above={
          <>
            <Crumbs
              links={[
                { href: "/catalogue", label: t("title") },
                ...(archive ? [{ href: `/catalogue/${archive.slug}`, label: archive.name }] : []),
              ]}
            />
            <AccessClassChip accessClass={dataset.accessClass} />
          </>
        }
        title={dataset.title}
        lead={dataset.summary}
        actions={<Actions dataset={dataset} requestHref={requestHref} />}
      />
      <EntryColumns facts={<DatasetFacts dataset={dataset} />}>
        {dataset.retiredAt && <Note tone="warn">{t("retired")}</Note>}
        {door.refusal && isGated(dataset.accessClass) && <Note tone="neutral">{door.refusal}</Note>}
        <OtherDoors dataset={dataset} archiveNames={archiveNames} />
        <Panel
          title={t("gate.title")}
          actions={
            archive &&
            archiveByCode(dataset.archive) && (
              <TextLink href={archiveGuidePath(dataset.archive)}>
                {t("archive.guide", { archive: archive.name })}
              </TextLink>
            )
          }
        >
          <Gate text={dataset.gate} />
        </Panel>
        {dataset.units.length > 0 && (
          <Panel title={t("units.title")} flush>
            <UnitTable units={dataset.units} requestHref={requestHref} />
          </Panel>
        )}
        <List title={t("goodToKnow")} facts={dataset.gotchas} />
        <List
          title={t("unverified.title")}
          lead={t("unverified.lead")}
          facts={dataset.unverified}
        />
        {dataset.relations.length > 0 && (
          <Panel title={t("relations")}>
            <RelationList relations={dataset.relations} archiveNames={archiveNames} />
          </Panel>
        )}
        {dataset.papers.length > 0 && (
          <Panel title={t("papers")}>
            <PaperList papers={dataset.papers} />
          </Panel>
        )}
        <List title={t("notes")} facts={dataset.notes} />
      </EntryColumns>
    </>
  );
}

function Actions(props: {
  dataset: DatasetPage;
  requestHref: (unit: DatasetPage["units"][number]) => string | null;
}) {
  const t = useTranslations("catalogue");
  const { dataset } = props;
  if (!isGated(dataset.accessClass)) {
    return <ExternalButton href={dataset.landingUrl}>{t("getTheData")}</ExternalButton>;
  }
  const latest = dataset.units.filter(({ isLatest }) => isLatest);
  const choices = latest.flatMap((unit) => {
    const href = props.requestHref(unit);
    return href ? [{ label: unit.code, note: unit.consentCode ?? unit.label, href }] : [];
  });
  return (
    <>
      <RequestAccess choices={choices} />
      <ExternalButton href={dataset.landingUrl} variant="default">
        {t("landingPage")}
      </ExternalButton>
    </>
  );
}

/** The steps of the gate; a text of several lines is a list of steps. */
function Gate({ text }: { text: string }): ReactNode {
  const steps = text.split("\n").filter((line) => line.trim() !== "");
  if (steps.length < 2) return text;
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function List(props: { title: string; lead?: string; facts: readonly string[] }) {
  if (props.facts.length === 0) return null;
  return (
    <Panel title={props.title} lead={props.lead}>
      <FactList facts={props.facts} />
    </Panel>
  );
}
