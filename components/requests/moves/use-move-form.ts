"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { Archive } from "@/lib/archives/archive";
import type { Move } from "@/lib/archives/lifecycle";
import { dayOf } from "@/lib/dates/day";
import { hasStatedDay } from "@/lib/requests/lifecycle";
import { moveProblems } from "@/lib/requests/move-problems";
import { type MoveValues, sentBackIn, startingValues } from "./move-values";
import type { MovesProps } from "./moves-props";
import { useToldMove } from "./use-told-move";

/** Why a move was not carried out; what was typed stays. */
export interface Refusal {
  message: string;
  /** The request has changed: the new state is worth a look before trying again. */
  isStale: boolean;
}

interface Options extends Omit<MovesProps, "archive"> {
  archive: Archive;
  asked: Move;
  ticked: readonly string[];
  onDone: () => void;
}

/** What a dialog for a move holds, checks and sends. */
export function useMoveForm(options: Options) {
  const t = useTranslations("requests.move");
  const { asked, today, lifecycle } = options;
  const tell = useToldMove(lifecycle, options);
  // One per opened dialog: however often it is sent, it is one move.
  const command = useRef<string>(undefined);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm<MoveValues>({
    defaultValues: startingValues({ ...options, lifecycle: lifecycle.id }),
  });
  const { isSubmitting } = form.formState;

  async function send(values: MoveValues) {
    setRefusal(null);
    const moving = options.items.filter(({ id }) => values.itemIds.includes(id));
    const stepSince =
      moving
        .filter((item) => hasStatedDay(lifecycle, item.step))
        .map((item) => item.stepSince)
        .sort()
        .at(-1) ?? null;
    // Kiritimati is the first to reach a day; the server looks at the same day.
    const latestDay = dayOf(new Date(), "Pacific/Kiritimati");
    const problems = moveProblems(asked, values, { latestDay, stepSince });
    if (Object.keys(problems).length > 0) return mark(problems);
    command.current ??= crypto.randomUUID();
    const result = await options
      .move(options.team, {
        commandId: command.current,
        requestId: options.request.id,
        version: options.request.version,
        move: asked.id,
        itemIds: asked.scope === "item" ? values.itemIds : [],
        answers: values.answers,
        ...(asked.effect === "grant" && { decision: values.decision }),
        ...(asked.paper !== undefined && { documentId: values.documentId }),
        ...(asked.effect === "send_back" && { sections: sentBackIn(values) }),
      })
      .catch(() => null);
    if (result?.ok) {
      const went = asked.scope === "item" ? values.itemIds : options.items.map(({ id }) => id);
      tell(asked, went, result.data.version);
      return options.onDone();
    }
    if (!result) return setRefusal({ message: t("unreachable"), isStale: false });
    if (!mark(result.fields ?? {})) {
      setRefusal({ message: result.message, isStale: result.code === "CONFLICT" });
    }
  }

  /** Puts sentences to their fields, the cursor to the first; false when there is no such field. */
  function mark(problems: Record<string, string>): boolean {
    const names = Object.keys(problems).flatMap((path) => {
      const name = fieldOf(path, asked);
      if (name) form.setError(name, { type: "server", message: problems[path] });
      return name ? [name] : [];
    });
    if (names[0]) form.setFocus(names[0]);
    return names.length > 0;
  }

  return { form, isSubmitting, refusal, onSubmit: form.handleSubmit(send), today };
}

type FieldName =
  | "itemIds"
  | "documentId"
  | `answers.${string}`
  | `decision.${keyof MoveValues["decision"]}`;

/** The field that a sentence belongs to, by the last part of its path. */
function fieldOf(path: string, move: Move): FieldName | null {
  const name = path.split(".").at(-1) ?? "";
  if (name === "items" || name === "itemIds") return "itemIds";
  if (move.asks.some(({ id }) => id === name)) return `answers.${name}`;
  if (name === "documentId" && move.effect !== "grant") return "documentId";
  if (name === "decidedOn" || name === "startsOn" || name === "endsOn" || name === "documentId") {
    return `decision.${name}`;
  }
  return null;
}
