"use client";

import { IconSignature, IconUserPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import { SIGNING_FUNCTIONS } from "@/lib/agreements/signing-functions";
import { PERSON_FUNCTIONS } from "@/lib/archives/lifecycle";
import type { Choice } from "./choices";
import { FactDialog } from "./fact-dialog";
import { useFunctionWords } from "./function-words";
import type { SendAgreement } from "./send-agreement";

/** Names somebody in the agreement. */
export function NamePerson(props: {
  team: string;
  agreementId: string;
  people: readonly Choice[];
  send: SendAgreement;
}) {
  const t = useTranslations("agreements.name");
  const words = useFunctionWords();
  const { team, agreementId, send } = props;
  const asked: FactField[] = [
    {
      ...{ path: "named.personId", label: t("person"), kind: "select", required: true },
      options: props.people,
    },
    {
      ...{ path: "named.function", label: t("function"), kind: "select", required: true },
      options: PERSON_FUNCTIONS.map((value) => ({ value, label: words(value) })),
    },
    { path: "named.startsOn", label: t("startsOn"), kind: "date", help: t("startsOnHelp") },
    { path: "named.endsOn", label: t("endsOn"), kind: "date" },
  ];
  return (
    <FactDialog
      team={team}
      label={t("label")}
      size="compact-md"
      leftSection={<IconUserPlus size={16} aria-hidden />}
      form={{
        title: t("title"),
        fieldsFor: () => asked,
        start: { "named.function": "authorised_personnel" },
        send: ({ values, commandId }) =>
          send.name(team, {
            ...{ commandId, agreementId },
            named: {
              personId: textOf(values, "named.personId"),
              function: textOf(values, "named.function"),
              startsOn: textOf(values, "named.startsOn"),
              endsOn: textOf(values, "named.endsOn"),
            },
          }),
        done: t("done"),
      }}
    />
  );
}

/** The choice for somebody who is not of the team. */
const OUTSIDE = "outside";

/** Records a signature: of anybody for those who organise, else of the reader alone. */
export function RecordSignature(props: {
  team: string;
  agreementId: string;
  /** Those whose signature the reader may record. */
  people: readonly Choice[];
  /** Whether also that of a committee or an institution. */
  hasOutside: boolean;
  today: string;
  sign: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("agreements.sign");
  const words = useFunctionWords();
  const { team, agreementId, people } = props;
  const outside = { value: OUTSIDE, label: t("outside") };
  const fieldsFor = (values: FactValues): FactField[] => [
    {
      ...{ path: "signature.personId", label: t("who"), kind: "select", required: true },
      options: props.hasOutside ? [...people, outside] : people,
    },
    ...(textOf(values, "signature.personId") === OUTSIDE ? [signatory] : []),
    {
      ...{ path: "signature.function", label: t("function"), kind: "select", required: true },
      options: SIGNING_FUNCTIONS.map((value) => ({ value, label: words(value) })),
    },
    { path: "signature.signedOn", label: t("signedOn"), kind: "date", required: true },
  ];
  const signatory: FactField = {
    ...{ path: "signature.signatory", label: t("signatory"), kind: "text", required: true },
    help: t("signatoryHelp"),
  };
  return (
    <FactDialog
      team={team}
      label={t("label")}
      size="compact-md"
      leftSection={<IconSignature size={16} aria-hidden />}
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor,
        start: {
          "signature.personId": people.length === 1 ? (people[0]?.value ?? "") : "",
          "signature.function": "applicant",
          "signature.signedOn": props.today,
        },
        proof: { label: t("proof") },
        send: ({ values, documentId, commandId }) =>
          props.sign(team, {
            ...{ commandId, agreementId },
            signature: { ...typedSignature(values), documentId },
          }),
        done: t("done"),
      }}
    />
  );
}

function typedSignature(values: FactValues) {
  const chosen = textOf(values, "signature.personId");
  const isOutside = chosen === OUTSIDE;
  return {
    personId: isOutside ? "" : chosen,
    signatory: isOutside ? textOf(values, "signature.signatory") : "",
    function: textOf(values, "signature.function"),
    signedOn: textOf(values, "signature.signedOn"),
  };
}
