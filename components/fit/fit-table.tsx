import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { Fit, TermFit } from "@/lib/data-use/fit";
import type { FitVerdict } from "@/lib/data-use/verdict";
import type { UnitFit } from "@/lib/services/fit";
import classes from "./fit-table.module.css";

const TONES = { fits: "good", ask: "warn", does_not_fit: "bad" } as const;

/** Units with what a purpose may do with each: the verdict, why, and what must follow. */
export function FitTable({ units }: { units: readonly UnitFit[] }) {
  const t = useTranslations("fit");
  const columns: Column<UnitFit>[] = [
    {
      id: "unit",
      header: t("columns.unit"),
      cell: (unit) => <UnitName {...unit} />,
      isTitle: true,
    },
    {
      id: "verdict",
      header: t("columns.verdict"),
      cell: ({ fit }) => <VerdictChip verdict={fit.verdict} />,
    },
    { id: "why", header: t("columns.why"), cell: ({ fit }) => <Why fit={fit} /> },
    { id: "duties", header: t("columns.duties"), cell: ({ fit }) => <Duties fit={fit} /> },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={units} rowKey={({ id }) => id} />
  );
}

function VerdictChip({ verdict }: { verdict: FitVerdict }) {
  const t = useTranslations("fit.verdict");
  return <StatusChip tone={TONES[verdict]} label={t(verdict)} />;
}

function UnitName({ code, label, isLatest, dataset }: UnitFit) {
  const t = useTranslations("fit");
  return (
    <>
      <TextLink href={`/catalogue/${dataset.slug}`}>{dataset.title}</TextLink>
      <span className={classes.unit}>
        {code} · {label}
      </span>
      {!isLatest && <StatusChip label={t("older")} tone="neutral" />}
    </>
  );
}

function Why({ fit }: { fit: Fit }) {
  const t = useTranslations("fit");
  const say = useSay();
  return (
    <>
      <p className={classes.sentence}>
        <TermCode {...fit.deciding} /> {say(fit.deciding.sentence)}
      </p>
      {fit.all.length > 1 && (
        <details className={classes.all}>
          <summary>{t("allTerms", { count: fit.all.length })}</summary>
          <ul>
            {fit.all.map((term) => (
              <li key={`${term.code} ${term.sentence}`}>
                <TermCode {...term} /> <b>{t(`verdict.${term.outcome}`)}.</b> {say(term.sentence)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function TermCode({ code }: Pick<TermFit, "code">) {
  const t = useTranslations("fit");
  return <span className={classes.code}>{code ?? t("noCode")}</span>;
}

/** Nothing follows from data that cannot be used. */
function Duties({ fit }: { fit: Fit }) {
  const say = useSay();
  if (fit.verdict === "does_not_fit" || fit.duties.length === 0) return null;
  return (
    <ul className={classes.duties}>
      {fit.duties.map(({ code, sentence }) => (
        <li key={code}>{say(sentence)}</li>
      ))}
    </ul>
  );
}
