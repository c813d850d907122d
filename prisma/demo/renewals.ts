import { settleDuty } from "@/lib/services/duties";
import { getRenewal, saveRenewal } from "@/lib/services/renewals";
import { MESA } from "./mesa";
import type { PersonKey } from "./people";
import { dayAgo, knownRequest, onlyOnce, type Scene, type Stage } from "./stage";

/** What a renewal's report says beside what the lists of outputs and incidents give. */
interface DemoReport {
  daysAgo: number;
  answers: Readonly<Record<string, string>>;
  dropped?: PersonKey;
}

const REPORTS: readonly DemoReport[] = [
  {
    daysAgo: 671,
    answers: {
      dataUse: "Spirometry and calcium scores were joined and cleaned; first models were fitted.",
      plans: "Repeat the models with the later exams, and train a risk model.",
      violations: "None",
    },
  },
  {
    daysAgo: 323,
    answers: {
      dataUse: "The models were repeated with the later exams. The risk model was not pursued.",
      plans: "Write up the results by sex and by group.",
      violations: "None",
    },
    dropped: "chidi",
  },
  // Still being written: what comes next year is not said yet.
  { daysAgo: 4, answers: { dataUse: "The results by sex and by group were written up." } },
];

/** The reports of the three renewals, and what followed for the one person who was dropped. */
export function renewalScenes(stage: Stage): Scene[] {
  return [
    ...REPORTS.map((report) => ({ daysAgo: report.daysAgo, play: () => write(stage, report) })),
    { daysAgo: 291, play: () => closeFolders(stage) },
  ];
}

async function write(stage: Stage, { daysAgo, answers, dropped }: DemoReport): Promise<void> {
  const actor = await stage.actor("bo", daysAgo);
  await onlyOnce(actor, ["report", MESA.title, String(daysAgo)], async () => {
    const { id, version, number } = await knownRequest(actor, MESA.title);
    const { people, report } = await getRenewal(actor, number);
    await saveRenewal(actor, {
      ...{ requestId: id, version, told: [...report.told] },
      keeps: people.map(({ personId, function: held, isKept }) => ({
        ...{ personId, function: held },
        keep: isKept && (!dropped || personId !== stage.people[dropped]),
      })),
      answers: { ...report.answers, ...answers },
    });
  });
}

async function closeFolders(stage: Stage): Promise<void> {
  const actor = await stage.actor("bo", 291);
  await onlyOnce(actor, ["folders", MESA.title], async () => {
    const { obligations } = await knownRequest(actor, MESA.title);
    const how = "Closed the folder to Chidi; he kept no copy of his own.";
    const doneOn = dayAgo(stage, 291);
    for (const { id, personId } of obligations) {
      if (personId === stage.people.chidi) await settleDuty(actor, { id, doneOn, how });
    }
  });
}
