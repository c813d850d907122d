"use client";

import { useTranslations } from "next-intl";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";

interface ReportTerms {
  reportMonths: number | null;
  reportWhat: string;
  renewsDaysBefore: number | null;
  renewsDaysAfter: number | null;
}

const NAMES = ["reportMonths", "reportWhat", "renewsDaysBefore", "renewsDaysAfter"] as const;

/** The questions about reports and renewal under `path`, what is known of them, and what was answered. */
export function useReportFields(path: string) {
  const t = useTranslations("agreements.fields");
  const at = (name: (typeof NAMES)[number]) => `${path}.${name}`;
  return {
    fields: NAMES.map(
      (name): FactField => ({
        ...{ path: at(name), label: t(name), help: t(`${name}Help`) },
        kind: name === "reportWhat" ? "text" : "days",
      }),
    ),
    start: (terms: ReportTerms): FactValues =>
      Object.fromEntries(NAMES.map((name) => [at(name), String(terms[name] ?? "")])),
    read: (values: FactValues) =>
      Object.fromEntries(NAMES.map((name) => [name, textOf(values, at(name))])),
  };
}
