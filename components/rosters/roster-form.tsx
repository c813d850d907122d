"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Choice } from "@/components/agreements/choices";
import { type FactField, textOf } from "@/components/people/holdings/fact-fields";
import { FactForm } from "@/components/people/holdings/fact-form";
import type { ActionResult } from "@/lib/action";
import { rostersPath } from "./roster-path";

/** Takes a list of members; its page then shows it beside who may open the data. */
export function RosterForm(props: {
  team: string;
  units: readonly Choice[];
  today: string;
  compare: (input: unknown) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("rosters.form");
  const router = useRouter();
  const made = useRef<string>(undefined);
  const asked: FactField[] = [
    {
      ...{ path: "place", label: t("place"), kind: "text", required: true },
      example: "gs://lab-mimic",
    },
    {
      ...{ path: "unitIds", label: t("units"), kind: "multiselect", required: true },
      ...{ options: props.units, help: t("unitsHelp") },
    },
    { path: "takenOn", label: t("takenOn"), kind: "date", required: true },
    {
      ...{ path: "list", label: t("list"), kind: "comment", required: true },
      help: t("listHelp"),
    },
  ];
  return (
    <FactForm
      team={props.team}
      fieldsFor={() => asked}
      start={{ takenOn: props.today }}
      submit={t("compare")}
      done={t("compared")}
      send={async ({ values, commandId }) => {
        const chosen = values.unitIds;
        const answer = await props.compare({
          ...{ commandId, place: textOf(values, "place"), takenOn: textOf(values, "takenOn") },
          ...{ list: textOf(values, "list"), unitIds: Array.isArray(chosen) ? chosen : [] },
        });
        if (answer.ok) made.current = answer.data.id;
        return answer;
      }}
      onClose={() => router.push(rostersPath(props.team, made.current))}
      onConflict={() => router.refresh()}
    />
  );
}
