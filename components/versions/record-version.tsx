"use client";

import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import type { HeldUnit } from "@/lib/services/version-pages";

/** The button that records a newer version somebody heard of, and its dialog. */
export function RecordVersion(props: {
  team: string;
  units: readonly HeldUnit[];
  /** The unit that the page is about, if any. */
  unitId?: string;
  record: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("versions.record");
  const { team, units } = props;
  const fieldsFor = (values: FactValues): FactField[] => {
    const chosen = units.find(({ id }) => id === textOf(values, "oldUnitId"));
    return [
      {
        ...{ path: "oldUnitId", label: t("older"), kind: "select", required: true },
        options: units.map(({ id, name, code }) => ({
          value: id,
          label: name.includes(code) ? name : `${name} · ${code}`,
        })),
      },
      {
        ...{ path: "typed", label: t("typed"), kind: "text", required: true, help: t("typedHelp") },
        ...(chosen && { example: chosen.example }),
      },
    ];
  };
  return (
    <FactDialog
      team={team}
      label={t("label")}
      leftSection={<IconPlus size={16} aria-hidden />}
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor,
        start: { oldUnitId: props.unitId ?? "" },
        send: ({ values, commandId }) =>
          props.record(team, {
            commandId,
            oldUnitId: textOf(values, "oldUnitId"),
            typed: textOf(values, "typed"),
          }),
        done: t("done"),
      }}
    />
  );
}
