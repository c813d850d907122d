import { useTranslations } from "next-intl";
import type { Choice } from "@/components/agreements/choices";
import { useFunctionWords } from "@/components/agreements/function-words";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import type { AmendmentKind } from "@/lib/archives/amendment";
import type { PersonFunction } from "@/lib/archives/lifecycle";

/** What a request's amendments can be about. */
export interface AmendmentChoices {
  /** The kinds that the archive lets be made. */
  kinds: readonly AmendmentKind[];
  people: readonly Choice[];
  functions: readonly PersonFunction[];
  /** Units that may join the request. */
  joining: readonly Choice[];
  /** Approved items that may be taken off. */
  items: readonly Choice[];
}

/** The questions of a change, by its kind; and the change as the server reads it. */
export function useAmendmentFields(choices: AmendmentChoices) {
  const t = useTranslations("amendments");
  const words = useFunctionWords();
  const person: FactField = {
    ...{ path: "change.personId", label: t("fields.person"), kind: "select", required: true },
    options: choices.people,
  };
  const on = (label: string): FactField => ({
    ...{ path: "change.on", label, kind: "date", required: true },
  });
  const own: Record<AmendmentKind, readonly FactField[]> = {
    people: [
      {
        ...{ path: "change.effect", label: t("fields.effect"), kind: "select", required: true },
        options: (["add", "remove"] as const).map((value) => ({
          value,
          label: t(`effect.${value}`),
        })),
      },
      person,
      {
        ...{ path: "change.function", label: t("fields.function"), kind: "select", required: true },
        options: choices.functions.map((value) => ({ value, label: words(value) })),
      },
      on(t("fields.on")),
    ],
    scope_add: [
      {
        ...{
          path: "change.unitIds",
          label: t("fields.units"),
          kind: "multiselect",
          required: true,
        },
        ...{ options: choices.joining, help: t("fields.unitsHelp") },
      },
    ],
    scope_remove: [
      {
        ...{
          path: "change.itemIds",
          label: t("fields.items"),
          kind: "multiselect",
          required: true,
        },
        options: choices.items,
      },
      on(t("fields.on")),
    ],
    aim: [],
    end_date: [{ path: "change.endsOn", label: t("fields.endsOn"), kind: "date", required: true }],
    pi: [person, on(t("fields.on"))],
    hand_over: [person],
    pi_moves: [on(t("fields.lastDay"))],
  };
  const kind: FactField = {
    ...{ path: "change.kind", label: t("fields.kind"), kind: "select", required: true },
    options: choices.kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
  };
  const what: FactField = {
    ...{ path: "what", label: t("fields.what"), kind: "comment", required: true },
    help: t("fields.whatHelp"),
  };
  const ownOf = (values: FactValues) => {
    const chosen = choices.kinds.find((value) => value === textOf(values, "change.kind"));
    return chosen ? own[chosen] : [];
  };
  return {
    fieldsFor: (values: FactValues) => [kind, ...ownOf(values), what],
    changeOf: (values: FactValues) => ({
      kind: textOf(values, "change.kind"),
      ...Object.fromEntries(
        ownOf(values).map(({ path, kind: asked }) => [
          path.slice("change.".length),
          asked === "multiselect" ? (values[path] ?? []) : textOf(values, path),
        ]),
      ),
    }),
  };
}
