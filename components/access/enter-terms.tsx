"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { DuoValue } from "@/lib/data-use/duo-terms";
import { readTermsToAdd, termsToAdd } from "@/lib/data-use/team-terms";
import type { UnitTermsFacts } from "@/lib/services/unit-terms";

/** What a term names, as its words of the interface are called. */
const NAMED: Readonly<Record<DuoValue, string>> = {
  ...{ disease: "disease", "research type": "research", countries: "countries", day: "day" },
  ...{ "months or day": "months", persons: "persons", project: "project" },
  institutions: "institutions",
};

const pathOf = (short: string) => `values.${short}`;

/** The button by which a team says what the catalogue does not know of the use of a unit. */
export function EnterTerms(props: {
  team: string;
  unit: UnitTermsFacts;
  set: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("access.terms");
  const say = useSay();
  const { unit, set } = props;
  const offered = termsToAdd(unit);
  // What the catalogue has come to say since need not be entered.
  const entered = readTermsToAdd(unit, unit.ours);
  const hasOwn = unit.ours.length > 0;

  function fieldsFor(values: FactValues): FactField[] {
    const chosen = listOf(values);
    const named = offered.filter(({ short, value }) => value !== null && chosen.includes(short));
    return [
      {
        ...{ path: "terms", label: t("chosen"), kind: "multiselect" },
        ...(hasOwn ? { help: t("chosenHelp") } : { required: true }),
        options: offered.map(({ short, meaning }) => ({
          value: short,
          label: `${short}: ${say(meaning)}`,
        })),
      },
      ...named.map(({ short, value }): FactField => {
        const asked = value === null ? "" : NAMED[value];
        const kind = value === "day" ? "date" : "text";
        const example = asked === "months" ? "24" : undefined;
        return { path: pathOf(short), label: t("value", { short, asked }), kind, example };
      }),
      {
        ...{ path: "source", label: t("source"), kind: "text", help: t("sourceHelp") },
        required: chosen.length > 0 || !hasOwn,
      },
    ];
  }

  return (
    <FactDialog
      team={props.team}
      mt="md"
      label={hasOwn ? t("change") : t("enter")}
      form={{
        ...{ title: t("title"), intro: t("intro"), fieldsFor },
        start: {
          ...{ terms: entered.terms, source: unit.source },
          ...Object.fromEntries(
            Object.entries(entered.values).map(([short, said]) => [pathOf(short), said]),
          ),
        },
        send: ({ values }) => {
          const terms = listOf(values);
          return set({
            ...{ unitId: unit.unitId, version: unit.version, terms },
            values: Object.fromEntries(
              terms.map((short) => [short, textOf(values, pathOf(short))]),
            ),
            source: textOf(values, "source"),
          });
        },
        done: t("done"),
      }}
    />
  );
}

function listOf({ terms }: FactValues): string[] {
  return Array.isArray(terms) ? terms : [];
}
