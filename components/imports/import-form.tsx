"use client";

import {
  Button,
  FileInput,
  Group,
  List,
  ListItem,
  NativeSelect,
  Stack,
  Text,
  Textarea,
} from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { DayInput } from "@/components/ui/day-input";
import { ExternalLink } from "@/components/ui/external-link";
import { useSay } from "@/components/words/say";
import type { StatusSource } from "@/lib/archives/status-import";
import { importsHref } from "./import-path";
import { sendText } from "./send-text";

/** What of a source a page shows. */
export type ShownSource = Pick<StatusSource, "kind" | "name" | "personal" | "steps" | "example">;

/** The steps that lead to the text of a source, and the box that takes it. */
export function ImportForm(props: {
  team: string;
  source: ShownSource;
  people: readonly { id: string; name: string }[];
  today: string;
}) {
  const { team, source } = props;
  const t = useTranslations("imports.new");
  const say = useSay();
  const router = useRouter();
  const { send, isSending, failure } = useSending();
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [personId, setPerson] = useState("");
  const [seenOn, setSeenOn] = useState(props.today);
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const at = (field: string) => (failure?.field === field ? failure.message : undefined);
  const submit = () =>
    send(
      () => sendText(team, { commandId, kind: source.kind, personId, seenOn }, file ?? text),
      ({ number }) => router.push(importsHref(team, number)),
      // What is sent next is another text.
      () => setCommandId(crypto.randomUUID()),
    );
  return (
    <Form onSend={submit}>
      <Stack gap="lg" maw={760}>
        <FormProblem failure={failure} title={t("problem")} />
        <List type="ordered" spacing="xs">
          {source.steps.map(({ text: step, link }) => (
            <ListItem key={step}>
              {say(step)}
              {link && (
                <>
                  {" "}
                  <ExternalLink href={link.url}>{say(link.label)}</ExternalLink>
                </>
              )}
            </ListItem>
          ))}
        </List>
        {source.personal && (
          <NativeSelect
            label={t("person")}
            description={t("personHelp")}
            value={personId}
            onChange={(event) => setPerson(event.currentTarget.value)}
            error={at("personId")}
            data={[
              { value: "", label: t("choosePerson") },
              ...props.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            required
          />
        )}
        <DayInput
          label={t("seenOn")}
          description={t("seenOnHelp")}
          value={seenOn}
          onChange={setSeenOn}
          error={at("seenOn")}
          maw={260}
          required
        />
        <Textarea
          label={t("box", { source: say(source.name) })}
          description={
            <Text span inherit ff="monospace">
              {source.example}
            </Text>
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={at("text")}
          disabled={file !== null}
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
        />
        <FileInput
          label={t("file")}
          description={t("fileHelp")}
          value={file}
          onChange={setFile}
          accept=".json,.txt,.csv,.tsv,.html,application/json,text/plain,text/csv"
          clearable
          clearButtonProps={{ "aria-label": t("clearFile") }}
          maw={420}
        />
        <Group>
          <Button type="submit" loading={isSending} disabled={text.trim() === "" && file === null}>
            {t("compare")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("nothingYet")}
          </Text>
        </Group>
      </Stack>
    </Form>
  );
}
