"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { personPath } from "@/components/people/person-path";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { DeparturePreview } from "@/lib/services/departure-preview";
import classes from "./departure.module.css";
import { HandOverLine, nameOfLine } from "./hand-over-line";

/** Who takes over what, and the one button that carries out everything the page shows. */
export function DepartureForm(props: {
  team: string;
  preview: Pick<DeparturePreview, "person" | "lastDay" | "handOver" | "candidates" | "planHash">;
  record: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const { team, preview, record } = props;
  const { person, lastDay, handOver, candidates, planHash } = preview;
  const t = useTranslations("departure");
  const dates = useDates();
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  // One per form: pressed twice, it records once.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const passing = handOver.filter(({ needsOwner }) => needsOwner);
  const takerOf = ({ id, proposedId }: (typeof handOver)[number]) => chosen[id] ?? proposedId ?? "";
  const facts = { name: person.name, day: dates.day(lastDay) };

  function submit() {
    const input = {
      ...{ commandId, personId: person.id, version: person.version, lastDay, planHash },
      handOver: Object.fromEntries(passing.map((line) => [line.id, takerOf(line)])),
    };
    send(
      () => record(input),
      () => {
        tell(t("recorded", facts));
        router.push(personPath(team, person.id));
      },
      ({ code }) => {
        setCommandId(crypto.randomUUID());
        if (code === "CONFLICT") router.refresh();
      },
    );
  }

  return (
    <Form onSend={submit}>
      <Stack>
        <Panel title={t("handOver.title")} lead={t("handOver.lead")} id="hand-over">
          {handOver.length === 0 ? (
            <p className={classes.none}>{t("handOver.none")}</p>
          ) : (
            <ul className={classes.lines}>
              {handOver.map((line) => (
                <HandOverLine
                  key={line.id}
                  line={line}
                  candidates={candidates}
                  chosen={takerOf(line)}
                  problem={failure?.fields?.[`handOver.${line.id}`]}
                  choose={(personId) => setChosen({ ...chosen, [line.id]: personId })}
                />
              ))}
            </ul>
          )}
        </Panel>
        <FormProblem
          failure={failure}
          title={failure?.code === "CONFLICT" ? t("changed") : t("refused")}
          labels={Object.fromEntries(
            passing.map((line) => [`handOver.${line.id}`, nameOfLine(line)]),
          )}
          idOf={(field) => field.replace("handOver.", "take-")}
        />
        <Group>
          <Button
            type="submit"
            loading={isSending}
            // A long name must not be cut off on a phone.
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: "normal" } }}
          >
            {t("record", facts)}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
