import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { MissingAnswer } from "@/lib/requests/form";
import type { RequestDetail } from "@/lib/services/requests";
import { MissingList } from "./missing-list";
import classes from "./missing-list.module.css";
import { questionHref } from "./question-id";
import { itemNames } from "./request-words";

/** So many missing answers are listed at once; a longer list is folded. */
const FEW = 5;

/** What the form of a request lacks, each a link to its question; nothing where it lacks nothing. */
export function RequestMissing(props: {
  team: string;
  request: RequestDetail;
  missing: readonly MissingAnswer[];
}) {
  const t = useTranslations("requests.page");
  const words = useTranslations("requestPage.missing");
  const { team, request, missing } = props;
  if (missing.length === 0) return null;
  return (
    <Panel title={words("title")}>
      <details open={missing.length <= FEW} data-print>
        <summary className={classes.count}>{t("missing.title", { count: missing.length })}</summary>
        <MissingList
          missing={missing}
          itemNames={itemNames(request)}
          hrefOf={(entry) => questionHref(team, request.number, entry)}
        />
      </details>
    </Panel>
  );
}
