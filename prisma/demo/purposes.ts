import { NEW_PURPOSE, type PurposeFields, purposeForm } from "@/lib/data-use/purpose";
import { createPurpose } from "@/lib/services/purposes";
import { demoId } from "./id";
import { DEMO_COUNTRY, DEMO_INSTITUTION } from "./people";
import type { Scene, Stage } from "./stage";

const PURPOSES: readonly Partial<PurposeFields>[] = [
  {
    ...{ name: "Epigenetic clocks of healthy ageing", kinds: ["biomedical", "genetic"] },
    ...{ publishes: "yes", returnsResults: "unknown" },
  },
  { name: "Better imputation of missing methylation", kinds: ["methods"], publishes: "yes" },
];

/** What the demo team wants to do with data, written down before it asked for any. */
export function purposeScenes(stage: Stage): Scene[] {
  return PURPOSES.map((said) => ({
    daysAgo: 300,
    play: async () => {
      const purpose = purposeForm.parse({
        ...{ ...NEW_PURPOSE, country: DEMO_COUNTRY, institution: DEMO_INSTITUTION },
        ...{ notForProfit: "yes", commercial: "no", ethics: "yes", ...said },
      });
      const commandId = demoId("purpose", purpose.name);
      await createPurpose(await stage.actor("ana", 300), { commandId, purpose });
    },
  }));
}
