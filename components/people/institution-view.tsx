import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import { HoldingBoxes } from "./holdings/holding-boxes";
import { HoldingDialogs } from "./holdings/holding-dialog";
import type { Holdings } from "./holdings/holdings";
import { RecordMenu } from "./holdings/record-menu";
import { recordableOf } from "./holdings/recordable";

/** What the institution itself must hold: attestations, assurances, ethics approvals. */
export function InstitutionView({ holdings }: { holdings: Holdings }) {
  const t = useTranslations("institution");
  const say = useSay();
  return (
    <HoldingDialogs holdings={holdings}>
      <Panel
        title={t("prerequisites")}
        lead={t("prerequisitesLead")}
        actions={holdings.may.record && <RecordMenu {...recordableOf("institution", say)} />}
      >
        <HoldingBoxes holdings={holdings} none={t("none")} />
      </Panel>
    </HoldingDialogs>
  );
}
