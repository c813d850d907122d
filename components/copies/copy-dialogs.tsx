"use client";

import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { type FactField, textOf } from "@/components/people/holdings/fact-fields";
import type { Day } from "@/lib/dates/day";
import type { CopyLine } from "@/lib/services/copy-rows";
import { startOf, typedCopy, useCopyFields } from "./copy-fields";
import type { CopyChoices, SendCopy } from "./copy-forms";

interface Props {
  team: string;
  send: SendCopy;
  choices: CopyChoices;
}

/** Registers a copy, of the request whose page this is where there is one. */
export function RegisterCopy(props: Props & { requestId?: string; me: string; today: Day }) {
  const t = useTranslations("copies.register");
  const { team, choices, requestId, me, today } = props;
  const fieldsFor = useCopyFields(choices);
  const request = choices.requests.find(({ id }) => id === requestId);
  const unitIds = request?.units.length === 1 ? request.units.map(({ id }) => id) : [];
  return (
    <FactDialog
      team={team}
      variant="filled"
      label={t("label")}
      leftSection={<IconPlus size={16} aria-hidden />}
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor,
        start: startOf({ requestId: request?.id, unitIds, putById: me, putOn: today }),
        send: ({ values, commandId }) =>
          props.send.register(team, { commandId, copy: typedCopy(values) }),
        done: t("done"),
      }}
    />
  );
}

/** Corrects what is recorded of an open copy. */
export function ChangeCopy({ team, send, choices, copy }: Props & { copy: CopyLine }) {
  const t = useTranslations("copies.change");
  const fieldsFor = useCopyFields(choices, copy.id);
  const { id, version, what } = copy;
  return (
    <FactDialog
      team={team}
      variant="subtle"
      size="compact-sm"
      label={t("label")}
      spokenLabel={t("spoken", { what })}
      form={{
        title: t("title", { what }),
        fieldsFor,
        start: startOf({ ...copy, putById: copy.putBy.id }),
        send: ({ values }) => send.change(team, { id, version, copy: typedCopy(values) }),
        done: t("done"),
      }}
    />
  );
}

/** Records how a copy was destroyed, by whom and before whom. */
export function DestroyCopy(props: Props & { copy: CopyLine; me: string; today: Day }) {
  const t = useTranslations("copies.destroy");
  const { team, copy, choices } = props;
  const { id, version, what } = copy;
  const at = (field: string) => `destruction.${field}`;
  const asked: FactField[] = [
    { path: at("destroyedOn"), label: t("on"), kind: "date", required: true },
    {
      ...{ path: at("method"), label: t("method"), kind: "text", required: true },
      help: t("methodHelp"),
    },
    {
      ...{ path: at("destroyedById"), label: t("by"), kind: "select", required: true },
      options: choices.people,
    },
    {
      ...{ path: at("witness"), label: t("witness"), kind: "text", required: true },
      help: t("witnessHelp"),
    },
  ];
  return (
    <FactDialog
      team={team}
      size="compact-sm"
      label={t("label")}
      spokenLabel={t("spoken", { what })}
      form={{
        title: t("title", { what }),
        intro: t("intro"),
        fieldsFor: () => asked,
        start: { [at("destroyedOn")]: props.today, [at("destroyedById")]: props.me },
        proof: { label: t("proof") },
        send: ({ values, documentId }) =>
          props.send.destroy(team, {
            ...{ id, version },
            destruction: {
              destroyedOn: textOf(values, at("destroyedOn")),
              method: textOf(values, at("method")),
              destroyedById: textOf(values, at("destroyedById")),
              witness: textOf(values, at("witness")),
              documentId,
            },
          }),
        done: t("done"),
      }}
    />
  );
}

/** Takes a wrong record of destruction back. */
export function RestoreCopy(props: {
  team: string;
  copy: CopyLine;
  restore: NonNullable<SendCopy["restore"]>;
}) {
  const t = useTranslations("copies.restore");
  const { team, copy, restore } = props;
  const { id, version, what } = copy;
  return (
    <FactDialog
      team={team}
      variant="subtle"
      size="compact-sm"
      label={t("label")}
      spokenLabel={t("spoken", { what })}
      form={{
        title: t("title", { what }),
        intro: t("intro"),
        fieldsFor: () => [{ path: "reason", label: t("reason"), kind: "text", required: true }],
        start: {},
        submit: t("yes"),
        send: ({ values }) => restore(team, { id, version, reason: textOf(values, "reason") }),
        done: t("done"),
      }}
    />
  );
}
