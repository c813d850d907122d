"use client";

import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DocumentUpload } from "@/components/documents/document-upload";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Note } from "@/components/ui/note";
import type { ActionResult } from "@/lib/action";
import type { FactField, FactValues } from "./fact-fields";
import classes from "./fact-form.module.css";
import { FactInput } from "./fact-input";

/** What a dialog sends: the answers, the document that proves them, one id for one opened dialog. */
export interface TypedFacts {
  values: FactValues;
  /** Empty while none was uploaded. */
  documentId: string;
  commandId: string;
}

export interface FactFormProps {
  team: string;
  /** What the reader should know before answering. */
  intro?: string;
  /** The questions that are asked with these answers. */
  fieldsFor: (values: FactValues) => readonly FactField[];
  start: FactValues;
  /** What proves it; absent where no document is asked for. */
  proof?: { label: string; isRequired?: boolean };
  /** The words on the button, where they are not "Save". */
  submit?: string;
  isDanger?: boolean;
  send: (typed: TypedFacts) => Promise<ActionResult<unknown>>;
  /** The sentence that says it is recorded. */
  done: string;
  onClose: () => void;
  /** Somebody else was faster: shows what is there now, to save upon. */
  onConflict: () => void;
}

/** Questions about a fact, with the server's sentences at their fields; what was typed stays. */
export function FactForm(props: FactFormProps) {
  const t = useTranslations("person.dialogs");
  const prefix = useId();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [values, setValues] = useState(props.start);
  const [documentId, setDocument] = useState("");
  const [commandId] = useState(() => crypto.randomUUID());
  const asked = props.fieldsFor(values);
  const labels = Object.fromEntries(
    [...asked, { path: "documentId", label: props.proof?.label ?? "" }].map((field) => [
      field.path,
      field.label,
    ]),
  );
  const submit = () =>
    send(
      () => props.send({ values, documentId, commandId }),
      () => {
        props.onClose();
        tell(props.done);
      },
      ({ code }) => code === "CONFLICT" && props.onConflict(),
    );
  return (
    <Form onSend={submit}>
      <Stack>
        <FormProblem failure={failure} labels={labels} idOf={(path) => prefix + path} />
        {props.intro && <Text size="sm">{props.intro}</Text>}
        {asked.map((field, index) => (
          <FactInput
            key={field.path}
            id={prefix + field.path}
            field={field}
            value={values[field.path]}
            error={failure?.fields?.[field.path]}
            isFirst={index === 0}
            onChange={(value) => setValues((before) => ({ ...before, [field.path]: value }))}
          />
        ))}
        {props.proof && (
          <div id={`${prefix}documentId`} className={classes.proof}>
            <DocumentUpload
              teamSlug={props.team}
              label={props.proof.label}
              onUploaded={({ id }) => setDocument(id)}
            />
            {!props.proof.isRequired && documentId === "" && (
              <Note tone="info">
                <p>{t("unproved")}</p>
              </Note>
            )}
          </div>
        )}
        <FormEnd
          onCancel={props.onClose}
          isSending={isSending}
          label={props.submit}
          isDanger={props.isDanger}
        />
      </Stack>
    </Form>
  );
}
