"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";

/** The button that sets the last day of the project, on which what is owed of the results is due. */
export function ProjectEnd(props: {
  team: string;
  request: { id: string; projectEndsOn: Day | null };
  save: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("obligations.projectEnd");
  const words = useTranslations("requestPage.facts");
  const { team, request, save } = props;
  const { id: requestId, projectEndsOn } = request;
  const label = words(projectEndsOn ? "changeEnd" : "setEnd");
  return (
    <FactDialog
      team={team}
      label={label}
      spokenLabel={`${label}: ${words("projectEnd")}`}
      variant="subtle"
      size="compact-sm"
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor: () => [{ path: "endsOn", label: t("endsOn"), kind: "date", help: t("help") }],
        start: { endsOn: projectEndsOn ?? "" },
        send: ({ values }) =>
          save(team, { requestId, was: projectEndsOn ?? "", endsOn: textOf(values, "endsOn") }),
        done: t("done"),
      }}
    />
  );
}
