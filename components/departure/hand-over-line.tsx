"use client";

import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { HandOverLine as Line } from "@/lib/people/departure";
import { writeNumber } from "@/lib/requests/number";
import classes from "./departure.module.css";

const TONES = { transfer: "good", amend: "warn", close_and_reapply: "bad" } as const;

/** What something is called that passes on. */
export function nameOfLine({ number, title }: Pick<Line, "number" | "title">): string {
  return number === null ? title : `${writeNumber(number)} · ${title}`;
}

/** Something that passes on: how, by which rule, and to whom. */
export function HandOverLine(props: {
  line: Line;
  candidates: readonly { id: string; name: string }[];
  chosen: string;
  problem?: string;
  choose: (personId: string) => void;
}) {
  const { line, candidates } = props;
  const t = useTranslations("departure.handOver");
  return (
    <li>
      <p className={classes.name}>{nameOfLine(line)}</p>
      <StatusChip tone={TONES[line.how]} label={t(`how.${line.how}`)} />
      {line.why && <p className={classes.small}>{line.why}</p>}
      {line.needsOwner && (
        <Select
          id={`take-${line.id}`}
          label={t(`who.${line.kind}`)}
          placeholder={t("choose")}
          data={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          value={props.chosen || null}
          onChange={(value) => props.choose(value ?? "")}
          error={props.problem}
          searchable
          required
          withAsterisk={false}
          maw="22rem"
          mt="xs"
        />
      )}
    </li>
  );
}
