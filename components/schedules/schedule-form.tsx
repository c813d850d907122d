"use client";

import {
  Button,
  Chip,
  Group,
  Input,
  Radio,
  RadioGroup,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import { AFTERS, type After } from "@/lib/obligations/kinds";
import type { Schedule } from "@/lib/reminders/schedule";
import { FARTHEST } from "@/lib/reminders/schedule-forms";
import type { ScheduleLine } from "@/lib/services/schedules";
import { findSchedule, keyOf, type TargetChoice } from "./schedule-targets";
import { ScheduleText } from "./schedule-text";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** The days that people choose most; others are typed. */
const COMMON = [180, 120, 90, 60, 45, 30, 21, 14, 7, 3, 1, 0];

export interface ScheduleFormProps {
  team: string;
  /** What it can be set for, and for which kinds of duties; asked where there are several. */
  targets: readonly TargetChoice[];
  kinds: readonly { value: string; label: string }[];
  stored: readonly ScheduleLine[];
  /** What counts while nothing is set. */
  defaults: Schedule;
  set: Send;
  reset: Send;
}

/** Days before a duty as chips, and how often after it; what is set already can be taken back. */
export function ScheduleForm(props: ScheduleFormProps & { onClose: () => void }) {
  const { team, targets, kinds, stored, onClose } = props;
  const t = useTranslations("schedules.form");
  const words = useTranslations("forms");
  const tell = useTell();
  const router = useRouter();
  const { send, isSending, failure } = useSending();
  const [choice, setChoice] = useState({ target: 0, kind: kinds[0]?.value ?? "" });
  const target = targets[choice.target]?.target ?? { level: "person" as const };
  const known = findSchedule(stored, target, choice.kind);
  const [typed, setTyped] = useState<Schedule>(known ?? props.defaults);

  function choose(next: typeof choice) {
    setChoice(next);
    const other = targets[next.target]?.target ?? target;
    setTyped(findSchedule(stored, other, next.kind) ?? props.defaults);
  }
  const shared = { target, kind: choice.kind, version: known?.version ?? 0 };
  const finish = (sentence: string) => () => {
    onClose();
    tell(sentence);
  };
  // What was chosen stays; saved once more it replaces what somebody else set meanwhile, in view.
  const compare = ({ code }: Failure) => code === "CONFLICT" && router.refresh();
  const save = () =>
    send(() => props.set(team, { ...shared, ...pick(typed) }), finish(t("saved")), compare);
  return (
    <Form onSend={save}>
      <Stack>
        <FormProblem failure={failure} />
        {failure?.code === "CONFLICT" && (
          <Text size="sm">
            {t("stored")} {known ? <ScheduleText schedule={known} /> : t("nothing")}
          </Text>
        )}
        {targets.length > 1 && (
          <Select
            label={t("target")}
            data={targets.map(({ label, target }) => ({ value: keyOf(target), label }))}
            value={keyOf(target)}
            allowDeselect={false}
            onChange={(key) =>
              choose({ ...choice, target: targets.findIndex((one) => keyOf(one.target) === key) })
            }
          />
        )}
        {kinds.length > 1 && (
          <Select
            label={t("kind")}
            data={[...kinds]}
            value={choice.kind}
            searchable
            allowDeselect={false}
            onChange={(kind) => choose({ ...choice, kind: kind ?? "" })}
          />
        )}
        <LeadChips leads={typed.leads} onChange={(leads) => setTyped({ ...typed, leads })} />
        <RadioGroup
          label={t("after")}
          value={typed.after}
          onChange={(after) => setTyped({ ...typed, after: after as After })}
        >
          <Group gap="md" mt="xs">
            {AFTERS.map((after) => (
              <Radio key={after} value={after} label={t(`afters.${after}`)} />
            ))}
          </Group>
        </RadioGroup>
        <Group justify="flex-end">
          {known && (
            <Button
              variant="subtle"
              color="red"
              disabled={isSending}
              onClick={() => send(() => props.reset(team, shared), finish(t("resetDone")), compare)}
            >
              {t("reset")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button type="submit" loading={isSending}>
            {words("save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function pick({ leads, after }: Schedule): Schedule {
  return { leads, after };
}

/** The days before a duty, each a chip, and a field for a day that has none. */
function LeadChips(props: { leads: readonly number[]; onChange: (leads: number[]) => void }) {
  const t = useTranslations("schedules.form");
  const [other, setOther] = useState("");
  const days = [...new Set([...COMMON, ...props.leads])].sort((a, b) => b - a);
  const number = /^\d{1,3}$/.test(other.trim()) ? Number(other) : null;
  const canAdd = number !== null && number <= FARTHEST;
  function add() {
    if (!canAdd) return;
    props.onChange([...new Set([...props.leads, number])].sort((a, b) => b - a));
    setOther("");
  }
  return (
    <Input.Wrapper label={t("leads")} description={t("leadsHelp")} labelElement="div">
      <Chip.Group
        multiple
        value={props.leads.map(String)}
        onChange={(chosen) => props.onChange(chosen.map(Number).sort((a, b) => b - a))}
      >
        <Group gap="xs" mt="xs" role="group" aria-label={t("leads")}>
          {days.map((day) => (
            <Chip key={day} value={String(day)} size="sm">
              {day === 0 ? t("theDay") : t("days", { count: day })}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="xs" mt="sm" align="end">
        <TextInput
          label={t("other")}
          inputMode="numeric"
          maxLength={3}
          w="14rem"
          autoComplete="off"
          value={other}
          error={other.trim() !== "" && !canAdd && t("atMost", { days: FARTHEST })}
          onChange={(event) => setOther(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // The key would save the schedule without this day.
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={!canAdd} onClick={add}>
          {t("add")}
        </Button>
      </Group>
      {props.leads.length === 0 && (
        <Text size="sm" mt="xs">
          {t("noLeads")}
        </Text>
      )}
    </Input.Wrapper>
  );
}
