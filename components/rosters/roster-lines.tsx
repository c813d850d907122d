"use client";

import { Button, Checkbox, Group, Select, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Choice } from "@/components/agreements/choices";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { personPath } from "@/components/people/person-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { RosterViewLine } from "@/lib/services/roster-rows";
import { ROSTER_TONES, RosterReasonText } from "./roster-reason";

/** The lines of a list with their verdicts; those that are not as expected can be made tasks. */
export function RosterLines(props: {
  team: string;
  rosterId: string;
  lines: readonly RosterViewLine[];
  people: readonly Choice[];
  me: string;
  /** Absent where the reader may only look. */
  makeTasks?: (input: unknown) => Promise<ActionResult<{ made: number }>>;
}) {
  const t = useTranslations("rosters");
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [ownerId, setOwner] = useState<string | null>(props.me);
  const { makeTasks } = props;
  const open = props.lines.filter(({ verdict, task }) => verdict !== "expected" && !task);
  const choose = (positions: readonly number[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const position of positions) isChosen ? after.add(position) : after.delete(position);
      return after;
    });
  const columns = useColumns(props.team, makeTasks ? { chosen, choose } : null);
  return (
    <>
      {makeTasks && open.length > 0 && (
        <Group p="md" align="flex-end">
          <Checkbox
            label={t("tasks.all", { count: open.length })}
            checked={open.every(({ position }) => chosen.has(position))}
            onChange={(event) =>
              choose(
                open.map(({ position }) => position),
                event.currentTarget.checked,
              )
            }
          />
          <Select
            label={t("tasks.owner")}
            data={[...props.people]}
            value={ownerId}
            onChange={setOwner}
            searchable
          />
          <Button
            loading={isSending}
            disabled={chosen.size === 0}
            onClick={() =>
              send(
                () => makeTasks({ rosterId: props.rosterId, positions: [...chosen], ownerId }),
                ({ made }) => {
                  setChosen(new Set());
                  tell(t("tasks.made", { count: made }));
                  router.refresh();
                },
              )
            }
          >
            {t("tasks.make", { count: chosen.size })}
          </Button>
        </Group>
      )}
      <FormProblem failure={failure} />
      <DataTable
        caption={t("lines.caption")}
        columns={columns}
        rows={props.lines}
        rowKey={({ position }) => String(position)}
        isMarked={({ verdict }) => verdict === "extra"}
      />
    </>
  );
}

function useColumns(
  team: string,
  choice: {
    chosen: ReadonlySet<number>;
    choose: (positions: readonly number[], isChosen: boolean) => void;
  } | null,
): Column<RosterViewLine>[] {
  const t = useTranslations("rosters.lines");
  const verdicts = useTranslations("rosters.verdict");
  const dates = useDates();
  return [
    {
      ...{ id: "who", header: t("who"), isTitle: true },
      cell: ({ position, value, person, verdict, task }) => (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          {choice && verdict !== "expected" && !task && (
            <Checkbox
              aria-label={t("choose", { name: person?.name ?? value })}
              checked={choice.chosen.has(position)}
              onChange={(event) => choice.choose([position], event.currentTarget.checked)}
            />
          )}
          <div>
            {person && <TextLink href={personPath(team, person.id)}>{person.name}</TextLink>}
            {value && (
              <Text
                size="sm"
                c={person ? "dimmed" : undefined}
                style={{ overflowWrap: "anywhere" }}
              >
                {value}
              </Text>
            )}
          </div>
        </Group>
      ),
    },
    {
      ...{ id: "verdict", header: t("verdict") },
      cell: ({ verdict }) => <StatusChip tone={ROSTER_TONES[verdict]} label={verdicts(verdict)} />,
    },
    {
      ...{ id: "why", header: t("why") },
      cell: ({ reason }) => <RosterReasonText reason={reason} />,
    },
    {
      ...{ id: "task", header: t("task") },
      cell: ({ task }) =>
        task &&
        t(task.state === "open" ? "taskOpen" : "taskDone", {
          ...{ owner: task.owner, due: dates.day(task.dueOn) },
        }),
    },
  ];
}
