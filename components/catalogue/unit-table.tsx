import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { UnitTermList } from "@/components/fit/unit-terms";
import { type Column, DataTable } from "@/components/ui/data-table";
import { ExternalLink } from "@/components/ui/external-link";
import { ButtonLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import type { DatasetPage } from "@/lib/services/catalogue-entry";
import { AccessClassChip } from "./access-class-chip";
import classes from "./unit-table.module.css";

type Unit = DatasetPage["units"][number];

/** What one can ask for, with a request of its own each. */
export function UnitTable(props: {
  units: readonly Unit[];
  /** The address of a new request, or null where none can be made. */
  requestHref: (unit: Unit) => string | null;
}) {
  const t = useTranslations("catalogue.units");
  const columns: Column<Unit>[] = [
    { id: "code", header: t("code"), cell: (unit) => <UnitName unit={unit} />, isTitle: true },
    { id: "version", header: t("version"), cell: (unit) => unit.version },
    { id: "consent", header: t("consent"), cell: (unit) => <UnitTermList unit={unit} /> },
    { id: "dac", header: t("dac"), cell: (unit) => unit.dac },
    {
      id: "class",
      header: t("class"),
      cell: (unit) => <AccessClassChip accessClass={unit.accessClass} />,
    },
    {
      id: "request",
      header: t("request"),
      align: "end",
      cell: (unit) => {
        const href = props.requestHref(unit);
        return (
          href && (
            <ButtonLink href={href} variant="default" size="xs">
              {t("requestThis")}
              <VisuallyHidden> {unit.code}</VisuallyHidden>
            </ButtonLink>
          )
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns.filter((column) => hasValue(column.id, props))}
      rows={props.units}
      rowKey={(unit) => unit.id}
    />
  );
}

function hasValue(
  column: string,
  props: { units: readonly Unit[]; requestHref: (unit: Unit) => string | null },
): boolean {
  return props.units.some((unit) => {
    if (column === "version") return unit.version;
    if (column === "consent") return unit.consentCode || unit.duo.length > 0;
    if (column === "dac") return unit.dac;
    if (column === "request") return props.requestHref(unit);
    // Where all are alike the page's head has said it.
    if (column === "class") return unit.accessClass !== props.units[0]?.accessClass;
    return true;
  });
}

function UnitName({ unit }: { unit: Unit }) {
  const t = useTranslations("catalogue");
  return (
    <>
      <ExternalLink href={unit.landingUrl}>{unit.code}</ExternalLink>
      {!unit.isLatest && (
        <>
          {" "}
          <StatusChip label={t("units.older")} tone="neutral" />
        </>
      )}
      {unit.label !== `Version ${unit.version}` && (
        <span className={classes.label}>{unit.label}</span>
      )}
      {unit.unverified.length > 0 && (
        <span className={classes.unverified}>
          <StatusChip label={t("unverified.chip")} tone="warn" /> {unit.unverified.join("; ")}
        </span>
      )}
    </>
  );
}
