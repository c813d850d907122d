"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Choice } from "@/components/agreements/choices";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import { FactForm } from "@/components/people/holdings/fact-form";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import { INCIDENT_KINDS } from "@/lib/archives/incident";
import { incidentsPath } from "./incident-path";

/** Records an incident; its page then says whom to tell, by when, with the letters. */
export function IncidentForm(props: {
  team: string;
  units: readonly Choice[];
  people: readonly Choice[];
  /** The moment it is for the reader, and the zone in which it is read. */
  now: { day: string; clock: string; timeZone: string };
  me: string;
  record: (team: string, input: unknown) => Promise<ActionResult<{ number: number }>>;
}) {
  const t = useTranslations("incidents.form");
  const say = useSay();
  const router = useRouter();
  const made = useRef<number>(undefined);
  const { team, now } = props;
  const asked: FactField[] = [
    {
      ...{ path: "incident.kind", label: t("kind"), kind: "select", required: true },
      options: INCIDENT_KINDS.map(({ id, label }) => ({ value: id, label: say(label) })),
    },
    {
      ...{ path: "incident.title", label: t("title"), kind: "text", required: true },
      example: t("titleExample"),
    },
    {
      ...{ path: "incident.unitIds", label: t("units"), kind: "multiselect", required: true },
      ...{ options: props.units, help: t("unitsHelp") },
    },
    { path: "incident.knownOn", label: t("knownOn"), kind: "date", required: true },
    {
      ...{ path: "incident.knownTime", label: t("knownTime"), kind: "text", required: true },
      help: t("knownTimeHelp", { zone: now.timeZone }),
      example: "14:03",
    },
    {
      ...{ path: "incident.foundById", label: t("foundBy"), kind: "select", required: true },
      options: props.people,
    },
    { path: "incident.happenedOn", label: t("happenedOn"), kind: "date" },
    {
      ...{ path: "incident.what", label: t("what"), kind: "comment", required: true },
      help: t("whatHelp"),
    },
    {
      ...{ path: "incident.measures", label: t("measures"), kind: "comment" },
      help: t("measuresHelp"),
    },
  ];
  return (
    <FactForm
      team={team}
      fieldsFor={() => asked}
      start={{
        "incident.knownOn": now.day,
        "incident.knownTime": now.clock,
        "incident.foundById": props.me,
      }}
      submit={t("save")}
      done={t("saved")}
      send={async ({ values, commandId }) => {
        const answer = await props.record(team, { commandId, incident: incidentOf(values) });
        if (answer.ok) made.current = answer.data.number;
        return answer;
      }}
      onClose={() => router.push(incidentsPath(team, made.current))}
      onConflict={() => router.refresh()}
    />
  );
}

function incidentOf(values: FactValues) {
  const text = (name: string) => textOf(values, `incident.${name}`);
  const units = values["incident.unitIds"];
  return {
    ...{ kind: text("kind"), title: text("title"), what: text("what"), measures: text("measures") },
    ...{ knownOn: text("knownOn"), knownTime: text("knownTime"), happenedOn: text("happenedOn") },
    ...{ foundById: text("foundById"), unitIds: Array.isArray(units) ? units : [] },
  };
}
