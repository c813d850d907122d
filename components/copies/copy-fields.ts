"use client";

import { useTranslations } from "next-intl";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import { COPY_KINDS, PLACE_KINDS } from "@/lib/copies/copy";
import type { CopyLine } from "@/lib/services/copy-rows";
import { type CopyChoices, unitChoices } from "./copy-forms";

const at = (field: string) => `copy.${field}`;

/** The questions about a copy, in the words of the page. */
export function useCopyFields(choices: CopyChoices, own?: string) {
  const t = useTranslations("copies.fields");
  const words = useTranslations("copies");
  return (values: FactValues): FactField[] => [
    {
      ...{ path: at("requestId"), label: t("requestId"), kind: "select", help: t("requestHelp") },
      options: [
        ...choices.requests.map(({ id, name }) => ({ value: id, label: name })),
        { value: "", label: t("unknownRequest") },
      ],
    },
    {
      ...{ path: at("unitIds"), label: t("unitIds"), kind: "multiselect", required: true },
      options: unitChoices(choices, textOf(values, at("requestId"))),
    },
    {
      ...{ path: at("kind"), label: t("kind"), kind: "select", required: true },
      options: COPY_KINDS.map((value) => ({ value, label: words(`kind.${value}`) })),
    },
    {
      ...{ path: at("madeOfId"), label: t("madeOfId"), kind: "select", help: t("madeOfHelp") },
      options: [
        { value: "", label: t("nothing") },
        ...choices.copies
          .filter(({ id }) => id !== own)
          .map(({ id, what, place }) => ({ value: id, label: `${what} · ${place}` })),
      ],
    },
    {
      ...{ path: at("what"), label: t("what"), kind: "text", required: true, help: t("whatHelp") },
    },
    {
      ...{ path: at("placeKind"), label: t("placeKind"), kind: "select", required: true },
      options: PLACE_KINDS.map((value) => ({ value, label: words(`placeKind.${value}`) })),
    },
    {
      ...{ path: at("place"), label: t("place"), kind: "text", required: true },
      help: t("placeHelp"),
    },
    {
      ...{ path: at("putById"), label: t("putById"), kind: "select", required: true },
      options: choices.people,
    },
    { path: at("putOn"), label: t("putOn"), kind: "date", required: true },
  ];
}

/** What the form starts with: the copy as it is, or what is likely of a new one. */
export function startOf(
  copy: Partial<Pick<CopyLine, "kind" | "what" | "placeKind" | "place" | "putOn">> & {
    requestId?: string | null;
    unitIds?: readonly string[];
    putById?: string;
    madeOfId?: string | null;
  },
): FactValues {
  return {
    [at("kind")]: copy.kind ?? "copy",
    [at("what")]: copy.what ?? "",
    [at("placeKind")]: copy.placeKind ?? "server",
    [at("place")]: copy.place ?? "",
    [at("putById")]: copy.putById ?? "",
    [at("putOn")]: copy.putOn ?? "",
    [at("requestId")]: copy.requestId ?? "",
    [at("unitIds")]: [...(copy.unitIds ?? [])],
    [at("madeOfId")]: copy.madeOfId ?? "",
  };
}

/** What was typed, as the server reads it. */
export function typedCopy(values: FactValues) {
  const units = values[at("unitIds")];
  const fields = [
    ...["kind", "what", "placeKind", "place", "putById", "putOn", "requestId", "madeOfId"],
  ];
  return {
    ...Object.fromEntries(fields.map((field) => [field, textOf(values, at(field))])),
    unitIds: Array.isArray(units) ? units : [],
  };
}
