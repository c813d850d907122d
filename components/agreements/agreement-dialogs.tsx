"use client";

import { IconPencil, IconVersions } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FactField, textOf } from "@/components/people/holdings/fact-fields";
import type { Day } from "@/lib/dates/day";
import type { AgreementDetails } from "@/lib/services/agreements";
import { agreementPath } from "./agreement-path";
import { linesOf, type UnitChoice } from "./choices";
import { FactDialog } from "./fact-dialog";
import { useReportFields } from "./report-fields";
import type { NamedLine, SendAgreement } from "./send-agreement";
import { useTextFields } from "./text-fields";

interface Props {
  team: string;
  agreement: Pick<
    AgreementDetails,
    | ("id" | "version" | "name" | "textVersion" | "startsOn" | "endsOn" | "endedOn" | "endedBy")
    | ("parties" | "governingLaw" | "units")
    | ("reportMonths" | "reportWhat" | "renewsDaysBefore" | "renewsDaysAfter")
  >;
  send: SendAgreement;
}

/** Changes the end, the parties or the law; the text stands. */
export function ChangeAgreement({ team, agreement, send }: Props) {
  const t = useTranslations("agreements.change");
  const fields = useTranslations("agreements.fields");
  const reports = useReportFields("change");
  const asked: FactField[] = [
    { path: "change.endsOn", label: fields("endsOn"), kind: "date", help: fields("endsOnHelp") },
    { path: "change.endedOn", label: t("endedOn"), kind: "date", help: t("endedOnHelp") },
    {
      ...{ path: "change.endedBy", label: t("endedBy"), kind: "select" },
      options: (["revoked", "closed"] as const).map((value) => ({ value, label: t(value) })),
    },
    {
      ...{ path: "change.parties", label: fields("parties"), kind: "comment" },
      help: fields("partiesHelp"),
    },
    { path: "change.governingLaw", label: fields("law"), kind: "text" },
    ...reports.fields,
  ];
  const isOurs = agreement.endedBy === "revoked" || agreement.endedBy === "closed";
  return (
    <FactDialog
      team={team}
      label={t("label")}
      leftSection={<IconPencil size={16} aria-hidden />}
      form={{
        title: t("title", { name: agreement.name }),
        intro: t("intro"),
        fieldsFor: () => asked,
        start: {
          "change.endsOn": agreement.endsOn ?? "",
          "change.endedOn": agreement.endedOn ?? "",
          "change.endedBy": isOurs ? (agreement.endedBy ?? "") : "",
          "change.parties": agreement.parties.join("\n"),
          "change.governingLaw": agreement.governingLaw,
          ...reports.start(agreement),
        },
        send: ({ values }) =>
          send.update(team, {
            id: agreement.id,
            version: agreement.version,
            change: {
              endsOn: textOf(values, "change.endsOn"),
              endedOn: textOf(values, "change.endedOn"),
              endedBy: textOf(values, "change.endedBy"),
              parties: linesOf(textOf(values, "change.parties")),
              governingLaw: textOf(values, "change.governingLaw"),
              ...reports.read(values),
            },
          }),
        done: t("done"),
      }}
    />
  );
}

/** Records the next version of the text, and goes to its page. */
export function AddVersion({ team, agreement, send, units }: Props & { units: UnitChoice[] }) {
  const t = useTranslations("agreements.next");
  const fields = useTranslations("agreements.fields");
  const text = useTextFields("next");
  const router = useRouter();
  const change: FactField = {
    ...{ path: "next.change", label: t("change"), kind: "select", required: true },
    options: (["major", "minor"] as const).map((value) => ({ value, label: t(value) })),
  };
  return (
    <FactDialog
      team={team}
      label={t("label")}
      leftSection={<IconVersions size={16} aria-hidden />}
      form={{
        title: t("title", { name: agreement.name }),
        intro: t("intro"),
        fieldsFor: () => [change, ...text.fields(units)],
        start: {
          "next.name": agreement.name,
          "next.endsOn": agreement.endsOn ?? "",
          "next.unitIds": agreement.units.map(({ id }) => id),
        },
        proof: { label: fields("copy") },
        send: async ({ values, documentId, commandId }) => {
          const next = { ...text.read(values, documentId), change: textOf(values, "next.change") };
          const { id, version } = agreement;
          const answer = await send.addVersion(team, { commandId, id, version, next });
          if (answer.ok) router.push(agreementPath(team, answer.data.id));
          return answer;
        },
        done: t("done"),
      }}
    />
  );
}

/** Sets the last day of a name in the appendix. */
export function EndName(props: { team: string; line: NamedLine; today: Day; send: SendAgreement }) {
  const t = useTranslations("agreements.endName");
  const { team, line, send } = props;
  const { name } = line.person;
  return (
    <FactDialog
      team={team}
      label={t("label")}
      spokenLabel={t("spoken", { name })}
      variant="subtle"
      size="compact-sm"
      form={{
        title: t("title", { name }),
        fieldsFor: () => [
          { path: "endsOn", label: t("endsOn"), kind: "date", required: true, help: t("help") },
        ],
        start: { endsOn: line.endsOn ?? props.today },
        send: ({ values }) =>
          send.endName(team, {
            id: line.id,
            was: line.endsOn ?? "",
            endsOn: textOf(values, "endsOn"),
          }),
        done: t("done", { name }),
      }}
    />
  );
}
