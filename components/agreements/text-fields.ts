"use client";

import { useTranslations } from "next-intl";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import type { UnitChoice } from "./choices";

/** The questions about a text, under `path`, and what was answered. */
export function useTextFields(path: string) {
  const t = useTranslations("agreements.fields");
  const at = (name: string) => `${path}.${name}`;
  const day = (name: "textDate" | "startsOn" | "endsOn", isRequired = false): FactField => ({
    ...{ path: at(name), label: t(name), kind: "date", required: isRequired },
    help: t(`${name}Help`),
  });
  return {
    fields(units: readonly UnitChoice[]): FactField[] {
      return [
        { path: at("name"), label: t("name"), kind: "text", required: true, help: t("nameHelp") },
        { path: at("textVersion"), label: t("textVersion"), kind: "text", example: "1.5.0" },
        day("textDate"),
        day("startsOn", true),
        day("endsOn"),
        {
          ...{ path: at("unitIds"), label: t("unitIds"), kind: "multiselect", required: true },
          options: units,
        },
      ];
    },
    read(values: FactValues, documentId: string) {
      const chosen = values[at("unitIds")];
      return {
        name: textOf(values, at("name")),
        textVersion: textOf(values, at("textVersion")),
        textDate: textOf(values, at("textDate")),
        startsOn: textOf(values, at("startsOn")),
        endsOn: textOf(values, at("endsOn")),
        unitIds: Array.isArray(chosen) ? chosen : [],
        documentId,
      };
    },
  };
}
