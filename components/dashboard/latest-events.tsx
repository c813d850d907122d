import { useTranslations } from "next-intl";
import { HistoryList } from "@/components/requests/history-list";
import { requestPath } from "@/components/requests/request-path";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { foldHistory } from "@/lib/requests/history";
import { writeNumber } from "@/lib/requests/number";
import type { Dashboard } from "@/lib/services/dashboard";

const MOST = 6;

/** What happened last in the team, each line with the request it is about. */
export function LatestEvents(props: {
  team: string;
  lines: Dashboard["history"];
  timeZone: string;
}) {
  const t = useTranslations("dashboard.history");
  return (
    <Panel title={t("title")}>
      <HistoryList
        lines={foldHistory(props.lines).slice(0, MOST)}
        timeZone={props.timeZone}
        about={({ number }) =>
          number !== null && (
            <TextLink href={requestPath(props.team, number)}>{writeNumber(number)}</TextLink>
          )
        }
      />
    </Panel>
  );
}
