"use client";

import { Button, FileInput, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { DayInput } from "@/components/ui/day-input";
import { Note } from "@/components/ui/note";
import { columnsOf } from "@/lib/imports/meanings";
import type { SheetLook } from "@/lib/imports/sheet-look";
import type { SheetMapping } from "@/lib/imports/sheet-mapping";
import { importsHref } from "./import-path";
import { lookAtFile, sendSheet } from "./send-text";
import { SheetColumns } from "./sheet-columns";
import { SheetWords } from "./sheet-words";

/** A team's own list: choose the file, say what its columns mean, compare. */
export function SheetForm(props: {
  team: string;
  today: string;
  archives: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("sheets");
  const words = useTranslations("imports.new");
  const router = useRouter();
  const { send, isSending, failure, forget } = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [sheets, setSheets] = useState<readonly SheetLook[]>([]);
  const [at, setAt] = useState(0);
  const [mapping, setMapping] = useState<SheetMapping | null>(null);
  const [seenOn, setSeenOn] = useState(props.today);
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const sheet = sheets[at];
  const choose = (looks: readonly SheetLook[], index: number) => {
    setSheets(looks);
    setAt(index);
    setMapping(looks[index]?.proposal ?? null);
  };
  const take = (chosen: File | null) => {
    setFile(chosen);
    forget();
    choose([], 0);
    if (chosen)
      send(
        () => lookAtFile(props.team, chosen),
        ({ sheets: found }) => choose(found, 0),
      );
  };
  const compare = () => {
    if (!file || !mapping) return;
    send(
      () => sendSheet(props.team, file, { commandId, seenOn, sheet: at, mapping }),
      ({ number }) => router.push(importsHref(props.team, number)),
      () => setCommandId(crypto.randomUUID()),
    );
  };
  return (
    <Stack gap="lg">
      <FormProblem failure={failure} title={words("problem")} />
      <FileInput
        label={t("file")}
        description={t("fileHelp")}
        value={file}
        onChange={take}
        accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
        clearable
        clearButtonProps={{ "aria-label": words("clearFile") }}
        maw={420}
      />
      {isSending && sheets.length === 0 && (
        <Text role="status" c="dimmed">
          {t("reading")}
        </Text>
      )}
      {sheet && mapping && (
        <>
          {sheets.length > 1 && (
            <NativeSelect
              label={t("sheet")}
              value={at}
              onChange={(event) => choose(sheets, Number(event.currentTarget.value))}
              data={sheets.map(({ name, total }, index) => ({
                value: String(index),
                label: t("sheetOption", { name, count: total }),
              }))}
              maw={420}
            />
          )}
          {sheet.notes.length > 0 && (
            <Note tone="info">
              {sheet.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </Note>
          )}
          <SheetColumns
            sheet={sheet}
            mapping={mapping}
            archives={props.archives}
            onChange={setMapping}
          />
          <SheetWords
            words={columnsOf(mapping.columns, ["status"]).flatMap((one) => sheet.words[one] ?? [])}
            statuses={mapping.statuses}
            onChange={(statuses) => setMapping({ ...mapping, statuses })}
          />
          <DayInput
            label={t("seenOn")}
            description={t("seenOnHelp")}
            value={seenOn}
            onChange={setSeenOn}
            error={failure?.field === "seenOn" ? failure.message : undefined}
            maw={260}
            required
          />
          <Group>
            <Button onClick={compare} loading={isSending}>
              {words("compare")}
            </Button>
            <Text size="sm" c="dimmed">
              {words("nothingYet")}
            </Text>
          </Group>
        </>
      )}
    </Stack>
  );
}
