import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { REVIEW_STATUSES, type ReviewStatus } from "@/lib/archives/lifecycle";
import type { RequestCount } from "@/lib/services/requests";

/** What the list is filtered by, as it stands in the address. */
export interface ShownFilter {
  status?: ReviewStatus;
  archive?: string;
  q?: string;
}

/** The address of the list under a filter. */
export function listHref(team: string, filter: ShownFilter & { after?: string }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return `/t/${encodeURIComponent(team)}/requests${query.size > 0 ? `?${query}` : ""}`;
}

/** Statuses with their counts as links, and a search form that works without JavaScript. */
export function RequestFilter(props: {
  team: string;
  filter: ShownFilter;
  counts: readonly RequestCount[];
  archives: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("requests.list.filter");
  const { team, filter } = props;
  const isFiltered = filter.archive !== undefined || filter.q !== undefined;
  return (
    <div className={classes.filter}>
      <StatusLinks {...props} />
      <search aria-label={t("label")}>
        <form action={`/t/${encodeURIComponent(team)}/requests`} className={classes.form}>
          {filter.status && <input type="hidden" name="status" value={filter.status} />}
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
            key={filter.archive}
            name="archive"
            label={t("archive")}
            defaultValue={filter.archive ?? ""}
            data={[
              { value: "", label: t("all") },
              ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <Button type="submit" variant="default">
            {t("apply")}
          </Button>
          {isFiltered && (
            <TextLink href={listHref(team, { status: filter.status })} className={classes.clear}>
              {t("clear")}
            </TextLink>
          )}
        </form>
      </search>
    </div>
  );
}

function StatusLinks({
  team,
  filter,
  counts,
}: {
  team: string;
  filter: ShownFilter;
  counts: readonly RequestCount[];
}) {
  const t = useTranslations("requests");
  const inArchive = counts.filter(({ archive }) => !filter.archive || archive === filter.archive);
  const countOf = (status?: ReviewStatus) =>
    inArchive
      .filter((entry) => status === undefined || entry.status === status)
      .reduce((sum, { count }) => sum + count, 0);
  const statuses = REVIEW_STATUSES.filter(
    (status) => countOf(status) > 0 || status === filter.status,
  );
  return (
    <nav aria-label={t("list.filter.status")}>
      <ul className={classes.tabs}>
        {[undefined, ...statuses].map((status) => (
          <li key={status ?? "any"}>
            <TextLink
              href={listHref(team, { ...filter, status })}
              aria-current={status === filter.status ? "page" : undefined}
              underline="never"
            >
              {status ? t(`status.${status}`) : t("list.filter.any")} <span>{countOf(status)}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
