import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { useSay } from "@/components/words/say";
import type { Lifecycle, Move } from "@/lib/archives/lifecycle";
import { stepOf } from "@/lib/requests/lifecycle";
import classes from "./archive-guide.module.css";
import { SourceText } from "./source-text";

/** The moves of a lifecycle: who makes them, from where to where, with what evidence. */
export function MoveTable({ lifecycle }: { lifecycle: Lifecycle }) {
  const t = useTranslations("archivePage.moves");
  const party = useTranslations("requests.waiting.party");
  const say = useSay();
  const labelOf = (id: string) => say(stepOf(lifecycle, id).label);
  const columns: Column<Move>[] = [
    { id: "move", header: t("move"), isTitle: true, cell: ({ label }) => say(label) },
    { id: "by", header: t("by"), cell: ({ by }) => party(by) },
    {
      id: "way",
      header: t("way"),
      cell: ({ from, to }) => t("fromTo", { from: from.map(labelOf).join(", "), to: labelOf(to) }),
    },
    { id: "scope", header: t("scope"), cell: ({ scope }) => t(scope) },
    { id: "evidence", header: t("evidence"), cell: (move) => <Evidence move={move} /> },
    { id: "source", header: t("source"), cell: ({ source }) => <SourceText text={source} /> },
  ];
  return (
    <DataTable
      caption={t("caption", { name: say(lifecycle.name) })}
      columns={columns}
      rows={lifecycle.moves}
      rowKey={({ id }) => id}
    />
  );
}

function Evidence({ move }: { move: Move }) {
  const t = useTranslations("archivePage.moves");
  const say = useSay();
  const asked = move.asks.map(({ label, required }) =>
    required ? say(label) : t("optional", { label: say(label) }),
  );
  const all = [
    ...(move.effect === "submit" || move.effect === "file" ? [t("form")] : []),
    ...(move.effect === "grant" ? [t("approval")] : []),
    ...(move.effect === "close" ? [t("closeOut")] : []),
    ...asked,
  ];
  if (all.length === 0) return t("none");
  return (
    <ul className={classes.plain}>
      {all.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
