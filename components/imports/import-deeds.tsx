"use client";

import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import type { ActionResult } from "@/lib/action";

type Counted = Record<string, number> & { left: number };
type Part = (team: string, input: { importId: string }) => Promise<ActionResult<Counted>>;

interface Props {
  team: string;
  importId: string;
  /** Rows that applying takes, those among them that only note what was seen, and rows applied. */
  counts: { toApply: number; confirms: number; applied: number };
  isOpen: boolean;
  apply: Part;
  undo: Part;
  drop: (team: string, input: { importId: string }) => Promise<ActionResult<undefined>>;
}

/** Applies what was accepted, takes it back in one step, or puts the import away. */
export function ImportDeeds({ team, importId, counts, isOpen, apply, undo, drop }: Props) {
  const t = useTranslations("imports.deeds");
  const words = useTranslations("forms");
  const router = useRouter();
  const { send, isSending, failure } = useSending();
  const [progress, setProgress] = useState<number | null>(null);
  const [result, setResult] = useState("");
  const [isSure, setSure] = useState(false);
  const all = (part: Part, total: number, say: (sum: Counted) => string) =>
    send(
      () => inParts(() => part(team, { importId }), total, setProgress),
      (sum) => {
        setProgress(null);
        setResult(say(sum));
        router.refresh();
      },
      () => {
        setProgress(null);
        router.refresh();
      },
    );
  return (
    <Stack gap="sm" mb="md">
      <FormProblem failure={failure} title={t("problem")} />
      {result && (
        <div role="status">
          <Note tone="good">{result}</Note>
        </div>
      )}
      {progress !== null && <Progress value={progress} aria-label={t("progress")} animated />}
      <Group gap="sm">
        {isOpen && counts.toApply > 0 && (
          <Button
            loading={isSending}
            onClick={() =>
              all(apply, counts.toApply, ({ applied = 0, overtaken = 0 }) =>
                t("applied", { applied, overtaken }),
              )
            }
          >
            {t("apply", { count: counts.toApply - counts.confirms, seen: counts.confirms })}
          </Button>
        )}
        {isOpen && counts.applied > 0 && (
          <Button variant="default" onClick={() => setSure(true)}>
            {t("undo")}
          </Button>
        )}
        {isOpen && counts.applied === 0 && (
          <Button
            variant="default"
            onClick={() =>
              send(
                () => drop(team, { importId }),
                () => router.refresh(),
              )
            }
          >
            {t("drop")}
          </Button>
        )}
      </Group>
      <Dialog opened={isSure} onClose={() => setSure(false)} title={t("undo")}>
        <Stack>
          <Text>{t("undoMeans", { count: counts.applied })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setSure(false)}>
              {words("cancel")}
            </Button>
            <Button
              color="red"
              onClick={() => {
                setSure(false);
                all(undo, counts.applied, ({ undone = 0, kept = 0 }) =>
                  t("undone", { undone, kept }),
                );
              }}
            >
              {t("undoNow")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  );
}

/** Asks again and again while something is left, and adds up the answers. */
async function inParts(
  part: () => Promise<ActionResult<Counted>>,
  total: number,
  onProgress: (share: number) => void,
): Promise<ActionResult<Counted>> {
  const sum: Counted = { left: 0 };
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const answer = await part();
    if (!answer.ok) return answer;
    const { left, ...counted } = answer.data;
    for (const [name, count] of Object.entries(counted)) sum[name] = (sum[name] ?? 0) + count;
    onProgress(total === 0 ? 100 : Math.round(((total - left) / total) * 100));
    // A part that got nowhere would be asked for ever.
    if (left === 0 || left >= before) return { ok: true, data: sum };
    before = left;
  }
}
