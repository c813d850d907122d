"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";
import type { ActionResult } from "@/lib/action";
import type { OutputFields } from "@/lib/outputs/output";
import type { TeamOutput } from "@/lib/services/outputs";
import type { RequestChoice } from "./output-form";

const OutputForm = later(() => import("./output-form").then((module) => module.OutputForm));

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** The button that logs an output, and its dialog. `today` is proposed as its day. */
export function AddOutput(props: {
  create: Send;
  today: string;
  requests: readonly RequestChoice[];
  /** Chosen from the start, where one comes from a request. */
  requestId?: string;
}) {
  const t = useTranslations("outputs");
  const [isOpen, { open, close }] = useDisclosure(false);
  const tell = useTell();
  const [commandId, setCommandId] = useState("");
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          setCommandId(crypto.randomUUID());
          open();
        }}
      >
        {t("add")}
      </Button>
      <OutputDialog title={t("addTitle")} isOpen={isOpen} onClose={close}>
        <OutputForm
          start={{
            ...BLANK,
            on: props.today,
            requestIds: props.requestId ? [props.requestId] : [],
          }}
          version={null}
          requests={props.requests}
          save={(output) => props.create({ commandId, output })}
          onSaved={(title) => {
            close();
            tell(t("added", { title }));
          }}
          onCancel={close}
        />
      </OutputDialog>
    </>
  );
}

/** The button that corrects an output, and its dialog. */
export function EditOutput(props: {
  output: TeamOutput;
  update: Send;
  requests: readonly RequestChoice[];
}) {
  const { output } = props;
  const t = useTranslations("outputs");
  const [isOpen, { open, close }] = useDisclosure(false);
  const tell = useTell();
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={16} aria-hidden />}
        aria-label={t("editLabel", { title: output.title })}
        onClick={open}
      >
        {t("edit")}
      </Button>
      <OutputDialog title={t("editTitle")} isOpen={isOpen} onClose={close}>
        <OutputForm
          start={fieldsOf(output)}
          version={output.version}
          requests={props.requests}
          save={(fields, version) => props.update({ id: output.id, version, output: fields })}
          onSaved={(title) => {
            close();
            tell(t("changed", { title }));
          }}
          onCancel={close}
        />
      </OutputDialog>
    </>
  );
}

function OutputDialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={props.title} size="lg">
      {props.children}
    </Dialog>
  );
}

const BLANK: OutputFields = {
  kind: "publication",
  title: "",
  reference: "",
  on: "",
  requestIds: [],
};

function fieldsOf({ kind, title, reference, on, uses }: TeamOutput): OutputFields {
  return { kind, title, reference, on, requestIds: uses.map(({ id }) => id) };
}
