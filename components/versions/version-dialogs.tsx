"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Choice } from "@/components/agreements/choices";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import { requestPath } from "@/components/requests/request-path";
import type { ActionResult } from "@/lib/action";

type Send<T = unknown> = (team: string, input: unknown) => Promise<ActionResult<T>>;

/** Says that nobody has to do anything, and why. */
export function SettleVersion(props: {
  team: string;
  version: { id: string; version: number; name: string };
  settle: Send;
}) {
  const t = useTranslations("versions.settle");
  const { team, version } = props;
  return (
    <FactDialog
      team={team}
      label={t("label")}
      spokenLabel={t("spoken", { name: version.name })}
      variant="subtle"
      size="compact-sm"
      form={{
        title: t("title", { name: version.name }),
        intro: t("intro"),
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "comment", required: true }],
        start: {},
        send: ({ values }) =>
          props.settle(team, {
            ...{ id: version.id, version: version.version },
            why: textOf(values, "why"),
          }),
        done: t("done"),
      }}
    />
  );
}

/** Prepares a request for the newer version, and opens its form. */
export function RequestVersion(props: {
  team: string;
  version: { id: string; name: string };
  /** For whom it may be; empty where access is not personal. */
  people: readonly Choice[];
  request: Send<{ number: number }>;
}) {
  const t = useTranslations("versions.request");
  const router = useRouter();
  const { team, version, people } = props;
  const label = people.length > 0 ? t("forPeople") : t("label");
  return (
    <FactDialog
      team={team}
      label={label}
      spokenLabel={t("spoken", { label, name: version.name })}
      size="compact-sm"
      form={{
        title: t("title", { name: version.name }),
        intro: t("intro"),
        fieldsFor: () =>
          people.length > 0
            ? [
                {
                  ...{ path: "personIds", label: t("people"), kind: "multiselect", required: true },
                  options: people,
                },
              ]
            : [],
        start: { personIds: people.map(({ value }) => value) },
        submit: t("save"),
        send: async ({ values, commandId }) => {
          const personIds = Array.isArray(values.personIds) ? values.personIds : [];
          const answer = await props.request(team, { commandId, id: version.id, personIds });
          if (answer.ok) router.push(`${requestPath(team, answer.data.number)}/form`);
          return answer;
        },
        done: t("done"),
      }}
    />
  );
}
