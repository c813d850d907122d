import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { REVIEW_STATUSES } from "@/lib/archives/lifecycle";
import { listHref } from "@/lib/lists/address";
import { REQUEST_LIST } from "@/lib/lists/requests";
import type { RequestCount } from "@/lib/services/requests";
import classes from "./dashboard.module.css";

/** How many requests stand where; each number leads to the list of just these. */
export function CountsTable({ team, counts }: { team: string; counts: readonly RequestCount[] }) {
  const t = useTranslations("dashboard.counts");
  const words = useTranslations("requests.status");
  const archives = [...new Map(counts.map((count) => [count.archive, count.archiveName]))];
  const statuses = REVIEW_STATUSES.filter((status) =>
    counts.some((count) => count.status === status),
  );
  const countOf = (archive: string, status: string) =>
    counts.find((count) => count.archive === archive && count.status === status)?.count ?? 0;
  return (
    <Panel title={t("title")} flush>
      <table className={classes.counts}>
        <caption className={classes.hidden}>{t("caption")}</caption>
        <thead>
          <tr>
            <td />
            {archives.map(([code, name]) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{words(status)}</th>
              {archives.map(([archive, name]) => {
                const count = countOf(archive, status);
                const label = t("cell", { archive: name, status: words(status), count });
                return (
                  <td key={archive}>
                    {count > 0 && (
                      <TextLink
                        href={listHref(team, REQUEST_LIST, {
                          q: `archive:${archive} status:${status}`,
                        })}
                        aria-label={label}
                      >
                        {String(count)}
                      </TextLink>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
