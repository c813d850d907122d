"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type FactField, type FactValues, textOf } from "@/components/people/holdings/fact-fields";
import { FactForm } from "@/components/people/holdings/fact-form";
import type { ActionResult } from "@/lib/action";
import { agreementPath, agreementsHref } from "./agreement-path";
import { type Choice, linesOf, type UnitChoice } from "./choices";
import { useReportFields } from "./report-fields";
import { useTextFields } from "./text-fields";

interface Props {
  team: string;
  archives: readonly Choice[];
  units: readonly UnitChoice[];
  people: readonly Choice[];
  today: string;
  institution: string;
  create: (team: string, input: unknown) => Promise<ActionResult<{ id: string }>>;
}

/** Records an agreement; its page then takes signatures and further names. */
export function AgreementForm(props: Props) {
  const t = useTranslations("agreements.fields");
  const words = useTranslations("agreements");
  const router = useRouter();
  const text = useTextFields("agreement");
  const reports = useReportFields("agreement");
  const made = useRef<string>(undefined);
  const { team } = props;

  function fieldsFor(values: FactValues): FactField[] {
    const archive = textOf(values, "agreement.archive");
    const units = props.units.filter((unit) => unit.archive === archive);
    return [
      {
        ...{ path: "agreement.archive", label: t("archive"), kind: "select", required: true },
        options: props.archives,
      },
      ...text.fields(units),
      { path: "agreement.dac", label: t("dac"), kind: "text" },
      { path: "agreement.parties", label: t("parties"), kind: "comment", help: t("partiesHelp") },
      { path: "agreement.governingLaw", label: t("law"), kind: "text", help: t("lawHelp") },
      ...reports.fields,
      {
        ...{ path: "agreement.people", label: t("people"), kind: "multiselect" },
        ...{ options: props.people, help: t("peopleHelp") },
      },
    ];
  }

  return (
    <FactForm
      team={team}
      fieldsFor={fieldsFor}
      start={{
        "agreement.archive": props.archives[0]?.value ?? "",
        "agreement.startsOn": props.today,
        "agreement.parties": props.institution,
      }}
      proof={{ label: t("copy") }}
      submit={words("record")}
      done={words("recorded")}
      send={async ({ values, documentId, commandId }) => {
        const answer = await props.create(team, {
          commandId,
          agreement: {
            ...agreementOf(values, text.read(values, documentId)),
            ...reports.read(values),
          },
        });
        if (answer.ok) made.current = answer.data.id;
        return answer;
      }}
      onClose={() =>
        router.push(made.current ? agreementPath(team, made.current) : agreementsHref(team))
      }
      onConflict={() => router.refresh()}
    />
  );
}

function agreementOf(values: FactValues, text: { unitIds: readonly string[] }) {
  const named = values["agreement.people"];
  return {
    ...text,
    archive: textOf(values, "agreement.archive"),
    dac: textOf(values, "agreement.dac"),
    parties: linesOf(textOf(values, "agreement.parties")),
    governingLaw: textOf(values, "agreement.governingLaw"),
    people: (Array.isArray(named) ? named : []).map((personId) => ({
      ...{ personId, function: "authorised_personnel", startsOn: "", endsOn: "" },
    })),
    signatures: [],
  };
}
