import { getCloseOut, recordCloseOutStep, startCloseOut } from "@/lib/services/close-out";
import { demoId } from "./id";
import { dayAgo, paper, requestOf, type Scene, type Stage } from "./stage";

const TITLE = "Leeds Melanoma: expression";

interface ClosingStep {
  step: string;
  daysAgo: number;
  answers?: Readonly<Record<string, string>>;
  proof?: string;
}

/** How the Leeds application ended: after the last day, in the order of EGA's template. */
const STEPS: readonly ClosingStep[] = [
  {
    step: "outputs",
    daysAgo: 122,
    answers: { note: "One paper, which thanks the producers; nothing more is to come." },
  },
  { step: "destruction", daysAgo: 120 },
  {
    step: "statement",
    daysAgo: 118,
    answers: { recipient: "Leeds data access committee" },
    proof: "Statement of destruction, Leeds.pdf",
  },
];

/** The close-out of the Leeds application, up to its certificate. */
export function closingScenes(stage: Stage): Scene[] {
  return [
    { daysAgo: 123, play: async () => void (await begin(stage)) },
    ...STEPS.map((step) => ({ daysAgo: step.daysAgo, play: () => take(stage, step) })),
  ];
}

async function begin(stage: Stage): Promise<string> {
  const { id } = await startCloseOut(await stage.actor("bo", 123), {
    ...{ commandId: demoId("close-out", TITLE), requestId: requestOf(TITLE) },
    ...{ reason: "completed", note: "The paper is out and the agreement has ended." },
  });
  return id;
}

async function take(stage: Stage, { step, daysAgo, answers, proof }: ClosingStep): Promise<void> {
  const actor = await stage.actor("bo", daysAgo);
  const id = await begin(stage);
  const { open } = await getCloseOut(actor, requestOf(TITLE));
  await recordCloseOutStep(actor, {
    ...{ commandId: demoId("close-out", TITLE, step), id, version: open?.version ?? 1, step },
    answers: { on: dayAgo(stage, daysAgo), ...answers },
    documentId: proof ? await paper(actor, proof, requestOf(TITLE)) : null,
  });
}
