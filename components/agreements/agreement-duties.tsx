import { Box, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ClosedDuties } from "@/components/duties/closed-duties";
import { DutyTable } from "@/components/duties/duty-table";
import { Panel } from "@/components/ui/panel";
import type { Day } from "@/lib/dates/day";
import type { ClosedDuty } from "@/lib/services/duties-about";
import type { DutyLine } from "@/lib/services/duty-rows";

/** What an agreement asks of the team, and what was done about it. */
export interface AgreementDuties {
  open: readonly DutyLine[];
  closed: readonly ClosedDuty[];
}

/** The duties that follow from an agreement, nearest first, each leading to its own page. */
export function AgreementDutyPanel(props: {
  team: string;
  duties: AgreementDuties;
  me: string;
  today: Day;
  now: Date;
  timeZone: string;
}) {
  const t = useTranslations("obligations.agreement");
  const { duties, ...reader } = props;
  return (
    <Panel title={t("title")} flush>
      {duties.open.length > 0 && <DutyTable {...reader} rows={duties.open} />}
      <Box px="1.25rem" pb="1.25rem">
        {duties.open.length === 0 && <Text c="dimmed">{t("none")}</Text>}
        <ClosedDuties team={props.team} duties={duties.closed} />
      </Box>
    </Panel>
  );
}
