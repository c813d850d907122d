import type { OutputKind } from "@/lib/archives/renewal";
import { addOutput } from "@/lib/services/outputs";
import { demoId } from "./id";
import { MESA } from "./mesa";
import type { PersonKey } from "./people";
import { dayAgo, requestOf, type Scene, type Stage } from "./stage";

interface DemoOutput {
  kind: OutputKind;
  title: string;
  reference: string;
  of: string;
  by: PersonKey;
  daysAgo: number;
}

/** What came of the work; those of MESA go into its reports. */
const OUTPUTS: readonly DemoOutput[] = [
  {
    kind: "presentation",
    title: "Lung function and coronary calcium: first results",
    reference: "Meeting on Cardiovascular Epidemiology, poster 214",
    of: MESA.title,
    by: "bo",
    daysAgo: 760,
  },
  {
    kind: "software",
    title: "spirotools: cleaning of repeated spirometry",
    reference: "https://example.org/ruiz-lab/spirotools",
    of: MESA.title,
    by: "bo",
    daysAgo: 402,
  },
  {
    kind: "publication",
    title: "Expression subtypes of primary melanoma, revisited",
    reference: "10.5555/ruiz.2024.11",
    of: "Leeds Melanoma: expression",
    by: "bo",
    daysAgo: 140,
  },
  {
    kind: "publication",
    title: "Loss of lung function and coronary calcium in a multi-ethnic cohort",
    reference: "10.5555/ruiz.2026.4",
    of: MESA.title,
    by: "dana",
    daysAgo: 90,
  },
  {
    kind: "preprint",
    title: "Spirometry as an early sign of coronary calcium: results by sex",
    reference: "10.5555/ruiz.preprint.88",
    of: MESA.title,
    by: "dana",
    daysAgo: 3,
  },
];

/** Each output, logged on the day it came out. */
export function outputScenes(stage: Stage): Scene[] {
  return OUTPUTS.map(({ of, by, daysAgo, ...output }) => ({
    daysAgo,
    play: async () => {
      await addOutput(await stage.actor(by, daysAgo), {
        commandId: demoId("output", output.title),
        output: { ...output, on: dayAgo(stage, daysAgo), requestIds: [requestOf(of)] },
      });
    },
  }));
}
