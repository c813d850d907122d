import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import type { FitFilter } from "@/lib/data-use/fit-filter";
import { FIT_VERDICTS, type FitVerdict } from "@/lib/data-use/verdict";
import { fitHref } from "./fit-path";

interface Props {
  team: string;
  filter: FitFilter & { purpose: string };
  purposes: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
  counts: Record<FitVerdict, number>;
}

/** The purpose, words and archive as a form that works without JavaScript; verdicts as links. */
export function FitFilters(props: Props) {
  const t = useTranslations("fit.filter");
  const { team, filter } = props;
  const isFiltered = filter.archive !== undefined || filter.q !== undefined;
  return (
    <div className={classes.filter}>
      <search aria-label={t("label")}>
        <form action={fitHref(team, {})} className={classes.form}>
          {filter.verdict && <input type="hidden" name="verdict" value={filter.verdict} />}
          <NativeSelect
            key={filter.purpose}
            name="purpose"
            label={t("purpose")}
            defaultValue={filter.purpose}
            data={props.purposes.map(({ id, name }) => ({ value: id, label: name }))}
            className={classes.search}
          />
          <TextInput
            type="search"
            name="q"
            label={t("search")}
            placeholder={t("placeholder")}
            defaultValue={filter.q}
            maxLength={200}
            autoComplete="off"
            className={classes.search}
          />
          <NativeSelect
            key={filter.archive ?? "any"}
            name="archive"
            label={t("archive")}
            defaultValue={filter.archive ?? ""}
            data={[
              { value: "", label: t("allArchives") },
              ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <Button type="submit" variant="default">
            {t("apply")}
          </Button>
          {isFiltered && (
            <TextLink href={fitHref(team, { purpose: filter.purpose })} className={classes.clear}>
              {t("clear")}
            </TextLink>
          )}
        </form>
      </search>
      <VerdictLinks {...props} />
    </div>
  );
}

function VerdictLinks({ team, filter, counts }: Props) {
  const t = useTranslations("fit");
  const all = FIT_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  return (
    <nav aria-label={t("filter.verdicts")}>
      <ul className={classes.tabs}>
        {[undefined, ...FIT_VERDICTS].map((verdict) => (
          <li key={verdict ?? "any"}>
            <TextLink
              href={fitHref(team, { ...filter, verdict, page: 1 })}
              aria-current={verdict === filter.verdict ? "page" : undefined}
              underline="never"
            >
              {verdict ? t(`verdict.${verdict}`) : t("filter.any")}{" "}
              <span>{verdict ? counts[verdict] : all}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
