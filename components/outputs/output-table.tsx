import { Group, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { requestPath } from "@/components/requests/request-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { ExternalLink } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { linkOf } from "@/lib/outputs/output";
import { writeNumber } from "@/lib/requests/number";
import type { TeamOutput } from "@/lib/services/outputs";
import { EditOutput } from "./output-editor";
import type { RequestChoice } from "./output-form";
import { RemoveOutput } from "./remove-output";

/** What came of the work, with the requests it rests on and the reports that told it. */
export function OutputTable(props: {
  team: string;
  outputs: readonly TeamOutput[];
  requests: readonly RequestChoice[];
  /** Corrects and takes away; null for readers who may not. */
  update: ComponentProps<typeof EditOutput>["update"] | null;
  remove: ComponentProps<typeof RemoveOutput>["remove"] | null;
}) {
  const t = useTranslations("outputs");
  const kinds = useTranslations("outputs.kinds");
  const dates = useDates();
  const { update, remove } = props;
  const columns: Column<TeamOutput>[] = [
    {
      id: "title",
      header: t("fields.title"),
      isTitle: true,
      cell: ({ title, reference }) => (
        <Stack gap={2}>
          <span>{title}</span>
          <Reference text={reference} />
        </Stack>
      ),
    },
    { id: "kind", header: t("fields.kind"), cell: ({ kind }) => kinds(kind) },
    { id: "on", header: t("fields.on"), cell: ({ on }) => dates.day(on) },
    {
      id: "uses",
      header: t("rests"),
      cell: ({ uses }) => (
        <Stack gap={2}>
          {uses.map((use) => (
            <span key={use.id}>
              <TextLink href={requestPath(props.team, use.number)}>
                {writeNumber(use.number)}
              </TextLink>{" "}
              {use.reportedIn === null ? t("unreported") : t("reported", { round: use.reportedIn })}
            </span>
          ))}
        </Stack>
      ),
    },
  ];
  if (update && remove) {
    columns.push({
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (output) => (
        <Group gap={4} justify="flex-end">
          <EditOutput output={output} update={update} requests={props.requests} />
          {output.uses.every(({ reportedIn }) => reportedIn === null) && (
            <RemoveOutput output={output} remove={remove} />
          )}
        </Group>
      ),
    });
  }
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.outputs}
      rowKey={({ id }) => id}
    />
  );
}

function Reference({ text }: { text: string }) {
  const href = linkOf(text);
  if (text === "") return null;
  return href === null ? <span>{text}</span> : <ExternalLink href={href}>{text}</ExternalLink>;
}
