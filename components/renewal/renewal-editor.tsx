"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { ConflictPanel } from "@/components/requests/form/conflict-panel";
import { LeaveGuard } from "@/components/requests/form/leave-guard";
import { questionId } from "@/components/requests/question-id";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import type { Section } from "@/lib/archives/form";
import type { Day } from "@/lib/dates/day";
import { keepKey } from "@/lib/requests/keeps";
import type { RenewalView, StoredRenewal } from "@/lib/services/renewals";
import { KeepPeople } from "./keep-people";
import {
  chosen,
  differences,
  type RenewalValues,
  sentKeeps,
  startOf,
  type Tells,
} from "./renewal-values";
import { ReportPart } from "./report-part";

interface Props {
  request: { id: string; version: number };
  view: Pick<RenewalView, "people" | "report" | "tellable">;
  sections: readonly Section[];
  tells: Tells;
  /** The titles of the two parts, numbered as steps. */
  titles: { people: string; report: string };
  today: Day;
  save: (input: unknown) => Promise<ActionResult<{ version: number }>>;
}

/** A renewal that is being written: its people and its report, saved together. */
export function RenewalEditor(props: Props) {
  const t = useTranslations("renewal");
  const fields = props.sections.flatMap((section) => section.fields);
  const form = useForm<RenewalValues>({ defaultValues: startOf(props.view, fields) });
  const { theirs, failure, isSending, save, resolve } = useSaving(props, form);
  const { isDirty } = form.formState;
  return (
    <FormProvider {...form}>
      <LeaveGuard isDirty={() => form.formState.isDirty} save={save} />
      {theirs && <Conflict {...props} mine={form.getValues()} theirs={theirs} onChosen={resolve} />}
      <Form aria-label={t("form")} onSend={save}>
        <Stack gap="md">
          <Panel title={props.titles.people} lead={t("people.lead")}>
            <KeepPeople people={props.view.people} today={props.today} />
          </Panel>
          <Panel title={props.titles.report} lead={t("report.lead")}>
            <ReportPart
              sections={props.sections}
              tellable={props.view.tellable}
              tells={props.tells}
            />
            {!theirs && (
              <FormProblem
                failure={failure}
                labels={Object.fromEntries(fields.map(({ id, label }) => [id, label]))}
                idOf={questionId}
              />
            )}
            <Group mt="md" gap="md">
              <Button type="submit" loading={isSending} disabled={theirs !== null}>
                {t("save")}
              </Button>
              <Text size="sm" c="dimmed" aria-live="polite">
                {isDirty ? t("unsaved") : ""}
              </Text>
            </Group>
          </Panel>
        </Stack>
      </Form>
    </FormProvider>
  );
}

function useSaving(props: Props, form: ReturnType<typeof useForm<RenewalValues>>) {
  const t = useTranslations("renewal");
  const tell = useTell();
  const { send, isSending, failure, forget } = useSending();
  const [version, setVersion] = useState(props.request.version);
  const [theirs, setTheirs] = useState<StoredRenewal | null>(null);

  function refused({ code, details }: Failure) {
    const { current } = (details ?? {}) as { current?: StoredRenewal };
    if (code === "CONFLICT" && current) setTheirs(current);
  }

  async function save(): Promise<boolean> {
    if (isSending || !(await form.trigger())) return false;
    const values = form.getValues();
    return new Promise((resolve) =>
      send(
        () =>
          props.save({
            ...{ requestId: props.request.id, version, told: values.told, answers: values.answers },
            keeps: sentKeeps(props.view.people, values),
          }),
        (saved) => {
          setVersion(saved.version);
          // What was typed while it was on its way is still to be saved.
          form.reset(values, { keepValues: true });
          tell(t("saved"));
          resolve(true);
        },
        (problem) => {
          refused(problem);
          resolve(false);
        },
      ),
    );
  }

  function resolve(takeTheirs: ReadonlySet<string>) {
    if (!theirs) return;
    const values = chosen(form.getValues(), theirs, takeTheirs);
    for (const [id, text] of Object.entries(values.answers)) {
      form.setValue(`answers.${id}`, text, { shouldDirty: true });
    }
    form.setValue("keeps", values.keeps, { shouldDirty: true });
    form.setValue("told", values.told, { shouldDirty: true });
    // Saving once more is then a decision made with both texts in view.
    setVersion(theirs.version);
    setTheirs(null);
    forget();
  }

  return { theirs, failure, isSending, save, resolve };
}

function Conflict(
  props: Props & {
    mine: RenewalValues;
    theirs: StoredRenewal;
    onChosen: (takeTheirs: ReadonlySet<string>) => void;
  },
) {
  const t = useTranslations("renewal");
  const functions = useTranslations("requests.page.function");
  const { view, sections } = props;
  const labels = new Map<string, string>([
    ...sections.flatMap(({ fields }) =>
      fields.map(({ id, label }) => [`answers.${id}`, label] as const),
    ),
    ...view.people.map(
      (person) =>
        [
          `keeps.${keepKey(person)}`,
          t("people.keep", { name: person.name, function: functions(person.function) }),
        ] as const,
    ),
    ...view.tellable.map(({ id, title }) => [`told.${id}`, title] as const),
  ]);
  const said = (value: string | boolean) =>
    typeof value === "string" ? value : t(value ? "conflict.yes" : "conflict.no");
  return (
    <ConflictPanel
      differences={differences(props.mine, props.theirs).map((difference) => ({
        name: difference.name,
        proposal: "mine",
        label: labels.get(difference.name) ?? difference.name,
        mine: said(difference.mine),
        theirs: said(difference.theirs),
        isLocked: false,
      }))}
      onChosen={props.onChosen}
    />
  );
}
