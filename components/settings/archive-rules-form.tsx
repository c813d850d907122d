"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { DayInput } from "@/components/ui/day-input";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { RuleSetting } from "@/lib/archives/qualification";
import type { RulesOfArchive } from "@/lib/services/archive-rules";
import classes from "./archive-rules.module.css";
import { RuleSource, useRuleWords } from "./rule-words";

type Typed = Record<string, string | boolean>;

/** The rules of one archive that no public source confirms, for a lead to set. */
export function ArchiveRulesForm(props: {
  name: string;
  settings: readonly RuleSetting[];
  rules: RulesOfArchive;
  save: (input: unknown) => Promise<ActionResult<RulesOfArchive>>;
}) {
  const t = useTranslations("rules");
  const words = useTranslations("forms");
  const say = useSay();
  const ruleWords = useRuleWords();
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const [typed, setTyped] = useState<Typed>(() => asTyped(props.settings, props.rules));
  const [version, setVersion] = useState(props.rules.version);
  const [theirs, setTheirs] = useState<RulesOfArchive | null>(null);
  const idOf = (path: string) => `${props.rules.archive}-${path.replace("values.", "")}`;
  const changed = props.settings.filter(({ id }) => theirs && asText(theirs, id) !== typed[id]);
  const save = () =>
    send(
      () => props.save({ archive: props.rules.archive, version, values: typed }),
      (saved) => {
        setVersion(saved.version);
        setTheirs(null);
        tell(t("saved", { archive: props.name }));
      },
      ({ code, details }) => {
        if (code !== "CONFLICT") return;
        const { current } = details as { current: RulesOfArchive };
        setTheirs(current);
        // Saving once more is then a decision made with both in view.
        setVersion(current.version);
      },
    );
  return (
    <Form aria-label={t("of", { archive: props.name })} onSend={save}>
      <Stack maw="46rem">
        <FormProblem
          failure={failure}
          labels={Object.fromEntries(
            props.settings.map(({ id, label }) => [`values.${id}`, say(label)]),
          )}
          idOf={idOf}
        />
        {theirs && changed.length > 0 && (
          <ul className={classes.theirs}>
            {changed.map(({ id, kind, label }) => (
              <li key={id}>
                {words("theirs", {
                  label: say(label),
                  value: ruleWords(kind, theirs.values[id] ?? null),
                })}
              </li>
            ))}
          </ul>
        )}
        {props.settings.map((setting) => (
          <div key={setting.id}>
            <RuleInput
              id={idOf(setting.id)}
              setting={setting}
              value={typed[setting.id] ?? ""}
              error={failure?.fields?.[`values.${setting.id}`]}
              onChange={(value) => setTyped((before) => ({ ...before, [setting.id]: value }))}
            />
            <RuleSource source={setting.source} />
          </div>
        ))}
        <Group>
          <Button type="submit" variant="default" loading={isSending}>
            {t("save", { archive: props.name })}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function RuleInput(props: {
  id: string;
  setting: RuleSetting;
  value: string | boolean;
  error?: string;
  onChange: (value: string | boolean) => void;
}) {
  const say = useSay();
  const { kind, label, help } = props.setting;
  const shared = { id: props.id, label: say(label), description: say(help), error: props.error };
  const text = String(props.value);
  if (kind === "yes") {
    return (
      <Checkbox
        {...shared}
        checked={props.value === true}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    );
  }
  if (kind === "day") {
    return (
      <DayInput
        {...shared}
        value={text}
        onChange={props.onChange}
        classNames={{ wrapper: classes.short }}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      value={text}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ wrapper: classes.short }}
    />
  );
}

function asTyped(settings: readonly RuleSetting[], rules: RulesOfArchive): Typed {
  return Object.fromEntries(settings.map(({ id }) => [id, asText(rules, id)]));
}

/** A stored value as it stands in its field; what is not set is an empty text. */
function asText({ values }: RulesOfArchive, id: string): string | boolean {
  const value = values[id] ?? "";
  return typeof value === "boolean" ? value : String(value);
}
