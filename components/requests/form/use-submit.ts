"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { writeNumber } from "@/lib/requests/number";
import type { MoveAction } from "../moves/moves-props";
import { requestPath } from "../request-path";
import type { Outcome } from "./save-draft";

interface Options {
  team: string;
  requestId: () => string;
  /** The move that hands the form in. */
  moveId: string | null;
  move: MoveAction;
  saveNow: () => Promise<Outcome>;
  isComplete: () => boolean;
  /** Answers are missing: the page shows which. */
  onMissing: () => void;
}

/** Hands the form in: saves it, looks whether all is there, and moves the request on. */
export function useSubmit(options: Options) {
  const t = useTranslations("requests.form");
  const router = useRouter();
  const command = useRef<string>(undefined);
  const [isSubmitting, setSubmitting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [attempts, setAttempts] = useState(0);

  async function submit() {
    const outcome = await options.saveNow();
    if (!outcome.isSaved) return;
    if (!options.isComplete()) {
      options.onMissing();
      return setAttempts((before) => before + 1);
    }
    const { number, version } = outcome.saved;
    // One id for this form, however often the button is pressed.
    command.current ??= crypto.randomUUID();
    const result = await options.move(options.team, {
      commandId: command.current,
      requestId: options.requestId(),
      version,
      move: options.moveId,
      itemIds: [],
      answers: {},
    });
    if (!result.ok) return setRefusal(result.message);
    notifications.show({
      message: t("submitted", { number: writeNumber(number) }),
      color: "green",
    });
    router.push(requestPath(options.team, number));
  }

  return {
    isSubmitting,
    refusal,
    /** How often the form was sent with answers missing; the list of them takes the focus then. */
    attempts,
    submit: async () => {
      if (isSubmitting || options.moveId === null) return;
      setSubmitting(true);
      setRefusal(null);
      await submit().catch(() => setRefusal(t("unreachable")));
      setSubmitting(false);
    },
  };
}
