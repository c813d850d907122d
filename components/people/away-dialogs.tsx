"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import type { StandInLine } from "@/lib/services/stand-ins";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** Records that somebody is away, and who stands in. */
export function RecordAbsence(props: {
  team: string;
  person: { id: string; name: string };
  people: readonly { value: string; label: string }[];
  today: string;
  send: Send;
}) {
  const t = useTranslations("person.away.record");
  const { team, person, people, today, send } = props;
  return (
    <FactDialog
      team={team}
      size="compact-sm"
      label={t("button")}
      form={{
        title: t("title", { name: person.name }),
        intro: t("intro"),
        fieldsFor: () => [
          { path: "startsOn", label: t("from"), kind: "date", required: true },
          { path: "endsOn", label: t("to"), kind: "date", required: true },
          {
            ...{ path: "standInId", label: t("who"), kind: "select", required: true },
            options: people,
          },
          { path: "why", label: t("why"), kind: "text" },
        ],
        start: { startsOn: today },
        send: ({ values, commandId }) =>
          send(team, {
            ...{ commandId, personId: person.id, standInId: textOf(values, "standInId") },
            ...{ startsOn: textOf(values, "startsOn"), endsOn: textOf(values, "endsOn") },
            why: textOf(values, "why"),
          }),
        done: t("done"),
      }}
    />
  );
}

/** Says that somebody is back early, or does not go. */
export function EndAbsence(props: { team: string; absence: StandInLine; send: Send }) {
  const t = useTranslations("person.away.end");
  const { team, absence, send } = props;
  return (
    <FactDialog
      team={team}
      size="compact-sm"
      label={t("button")}
      form={{
        title: t("title", { name: absence.person.name }),
        intro: t("intro", { name: absence.standIn.name }),
        fieldsFor: () => [],
        ...{ start: {}, submit: t("yes") },
        send: () => send(team, { id: absence.id }),
        done: t("done"),
      }}
    />
  );
}
