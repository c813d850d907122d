"use client";

import { Button, Group, MultiSelect, Radio, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { requestPath } from "@/components/requests/request-path";
import type { ActionResult } from "@/lib/action";
import { type CopiedForm, type CopySource, copyAnswers } from "@/lib/requests/copy";
import { itemsOf } from "@/lib/requests/draft";
import classes from "./copy-form.module.css";
import type { CopyArchive, CopyUnit } from "./copy-targets";
import { WhatIsCopied } from "./what-is-copied";

interface Props {
  team: string;
  request: { id: string; archive: string; lifecycle: string };
  source: Omit<CopySource, "sections">;
  archives: readonly CopyArchive[];
  /** Everything that can be asked for today. */
  units: readonly CopyUnit[];
  people: readonly { id: string; name: string }[];
  /** Whom a copy is for at first, where access is personal. */
  me: string;
  copy: (input: unknown) => Promise<ActionResult<{ number: number }>>;
}

/** Chooses what a copy asks for, and says beforehand what it takes along. */
export function CopyForm(props: Props) {
  const t = useTranslations("rounds.copy");
  const router = useRouter();
  const same = props.source.items.map(({ unitId }) => unitId);
  const canBeSame = same.every((id) => props.units.some((unit) => unit.id === id));
  const [which, setWhich] = useState(canBeSame ? "same" : "other");
  const [others, setOthers] = useState<string[]>([]);
  const [personIds, setPersonIds] = useState(() => personsOf(props));
  const [id] = useState(() => crypto.randomUUID());
  const { send, isSending, failure } = useSending();
  const unitIds = which === "same" ? [...new Set(same)] : others;
  const unit = props.units.find((candidate) => candidate.id === unitIds[0]);
  const archive = props.archives.find(({ code }) => code === unit?.archive);
  const preview = unit && copied(props, unit, unitIds, personIds);

  function submit() {
    send(
      () => props.copy({ id, requestId: props.request.id, unitIds, personIds }),
      ({ number }) => router.push(`${requestPath(props.team, number)}/form`),
    );
  }

  return (
    <Stack maw="44rem">
      <FormProblem
        failure={failure}
        labels={{ unitIds: t("units"), personIds: t("persons") }}
        idOf={(field) => `copy-${field}`}
      />
      <Radio.Group label={t("which")} value={which} onChange={setWhich}>
        <div className={classes.options}>
          <Radio value="same" label={t("same")} disabled={!canBeSame} />
          <Radio value="other" label={t("other")} />
        </div>
      </Radio.Group>
      {which === "other" && (
        <MultiSelect
          id="copy-unitIds"
          label={t("units")}
          description={t("unitsHint")}
          data={grouped(props)}
          value={others}
          onChange={setOthers}
          error={failure?.fields?.unitIds}
          nothingFoundMessage={t("noUnit")}
          limit={80}
          searchable
        />
      )}
      {archive?.itemPerPerson && (
        <MultiSelect
          id="copy-personIds"
          label={t("persons")}
          data={props.people.map((person) => ({ value: person.id, label: person.name }))}
          value={personIds}
          onChange={setPersonIds}
          error={failure?.fields?.personIds}
          searchable
        />
      )}
      {preview && <WhatIsCopied copied={preview} />}
      <Group>
        <Button onClick={submit} loading={isSending} disabled={unitIds.length === 0}>
          {t("submit")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Those the request was for and who are still here; else whoever copies it. */
function personsOf({ source, people, me }: Props): string[] {
  const before = source.items.flatMap(({ personId }) => personId ?? []);
  const here = [...new Set(before)].filter((id) => people.some((person) => person.id === id));
  return here.length > 0 ? here : [me];
}

function copied(
  { archives, request, source, people }: Props,
  unit: CopyUnit,
  unitIds: readonly string[],
  personIds: readonly string[],
): CopiedForm | null {
  const from = archives.find(({ code }) => code === request.archive)?.forms[request.lifecycle];
  const to = archives.find(({ code }) => code === unit.archive);
  const sections = to?.forms[unit.lifecycle];
  if (!from || !sections) return null;
  return copyAnswers(
    { ...source, sections: from },
    {
      sections,
      items: itemsOf(to, { unitIds: [...unitIds], personIds: [...personIds] }),
      people: new Set(people.map(({ id }) => id)),
    },
  );
}

function grouped({ units, archives }: Props) {
  const codes = [...new Set(units.map(({ archive }) => archive))];
  return codes.map((code) => ({
    group: archives.find((archive) => archive.code === code)?.name ?? code,
    items: units
      .filter(({ archive }) => archive === code)
      .map(({ id, name, code: unitCode }) => ({
        value: id,
        label: name.includes(unitCode) ? name : `${name} · ${unitCode}`,
      })),
  }));
}
