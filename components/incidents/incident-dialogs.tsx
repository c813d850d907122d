"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

interface About {
  team: string;
  incident: { id: string; version: number; measures: string };
}

/** Writes what was done about it. */
export function SetMeasures({ team, incident, send }: About & { send: Send }) {
  const t = useTranslations("incidents.measures");
  const { id, version, measures } = incident;
  return (
    <FactDialog
      key={version}
      team={team}
      label={t("label")}
      size="compact-sm"
      form={{
        title: t("title"),
        fieldsFor: () => [{ path: "measures", label: t("what"), kind: "comment", required: true }],
        start: { measures },
        send: ({ values }) => send(team, { id, version, measures: textOf(values, "measures") }),
        done: t("done"),
      }}
    />
  );
}

/** Adds a note. */
export function AddNote({ team, incident, send }: About & { send: Send }) {
  const t = useTranslations("incidents.note");
  return (
    <FactDialog
      team={team}
      label={t("label")}
      size="compact-sm"
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor: () => [{ path: "text", label: t("text"), kind: "comment", required: true }],
        start: {},
        send: ({ values, commandId }) =>
          send(team, { commandId, id: incident.id, text: textOf(values, "text") }),
        done: t("done"),
      }}
    />
  );
}

/** Closes the matter. */
export function CloseIncident({ team, incident, send }: About & { send: Send }) {
  const t = useTranslations("incidents.close");
  const { id, version } = incident;
  return (
    <FactDialog
      key={version}
      team={team}
      label={t("label")}
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "comment", required: true }],
        start: {},
        submit: t("label"),
        send: ({ values }) => send(team, { id, version, why: textOf(values, "why") }),
        done: t("done"),
      }}
    />
  );
}

/** Says that nobody has to be told. */
export function WaiveDuty(props: { team: string; duty: { id: string; what: string }; send: Send }) {
  const t = useTranslations("incidents.waive");
  const say = useSay();
  const { team, duty, send } = props;
  return (
    <FactDialog
      team={team}
      label={t("label")}
      spokenLabel={t("spoken", { what: say(duty.what) })}
      variant="subtle"
      size="compact-sm"
      mt="xs"
      form={{
        title: t("title"),
        intro: say(duty.what),
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "comment", required: true }],
        start: {},
        send: ({ values }) => send(team, { id: duty.id, why: textOf(values, "why") }),
        done: t("done"),
      }}
    />
  );
}
