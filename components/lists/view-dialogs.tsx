"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";
import type { ListId } from "@/lib/lists/shape";
import { viewHref } from "@/lib/lists/view-query";
import type { SavedView } from "@/lib/services/saved-views";
import { ViewForm } from "./view-form";

/** What the server does with views. */
export interface SendView {
  save: (input: unknown) => Promise<ActionResult<{ id: string }>>;
  change: (input: unknown) => Promise<ActionResult>;
  remove: (input: unknown) => Promise<ActionResult>;
}

interface Shown {
  path: string;
  query: string;
  mayShare: boolean;
  send: SendView;
  isOpen: boolean;
  onClose: () => void;
}

/** The dialogs about views: of a new one, and of the one that is open. */
export function ViewDialogs(
  props: Omit<Shown, "isOpen"> & {
    list: ListId;
    view: SavedView | undefined;
    asked: "save" | "edit" | "remove" | null;
  },
) {
  const { view, asked } = props;
  return (
    <>
      <SaveViewDialog {...props} isOpen={asked === "save"} />
      {view && (
        <>
          <EditViewDialog {...props} view={view} isOpen={asked === "edit"} />
          <RemoveViewDialog {...props} view={view} isOpen={asked === "remove"} />
        </>
      )}
    </>
  );
}

/** Asks for a name, and keeps the list as it is shown under it. */
function SaveViewDialog(props: Shown & { list: ListId }) {
  const t = useTranslations("views");
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={t("saveTitle")}>
      <NewView {...props} />
    </Dialog>
  );
}

function NewView({ list, path, query, mayShare, send, onClose }: Shown & { list: ListId }) {
  const t = useTranslations("views");
  const router = useRouter();
  const tell = useTell();
  // One for each time that the dialog is opened, so that a double click saves one view.
  const [commandId] = useState(() => crypto.randomUUID());
  return (
    <ViewForm
      start={{ name: "", isShared: false }}
      mayShare={mayShare}
      save={(fields) => send.save({ commandId, list, query, ...fields })}
      onCancel={onClose}
      onSaved={({ name }, { id }) => {
        onClose();
        tell(t("saved", { name }));
        router.push(viewHref(path, { id, query }), { scroll: false });
      }}
    />
  );
}

/** Another name for one's own view, and whether the team sees it. */
function EditViewDialog({ view, ...props }: Shown & { view: SavedView }) {
  const t = useTranslations("views");
  const router = useRouter();
  const tell = useTell();
  const { id, version, name, isShared } = view;
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={t("editTitle", { name })}>
      <ViewForm
        key={version}
        start={{ name, isShared }}
        // Whoever may share no longer may still stop.
        mayShare={props.mayShare || isShared}
        save={(fields) => props.send.change({ id, version, ...fields })}
        onCancel={props.onClose}
        onSaved={(saved) => {
          props.onClose();
          tell(t("saved", { name: saved.name }));
          router.refresh();
        }}
      />
    </Dialog>
  );
}

/** Deletes a view after asking once more; the list stays as it is shown. */
function RemoveViewDialog({ view, ...props }: Shown & { view: SavedView }) {
  const t = useTranslations("views");
  const forms = useTranslations("forms");
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const { id, version, name, isMine, isShared, by } = view;
  const remove = () =>
    send(
      () => props.send.remove({ id, version }),
      () => {
        props.onClose();
        tell(t("removed", { name }));
        router.replace(props.query ? `${props.path}?${props.query}` : props.path, {
          scroll: false,
        });
      },
    );
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={t("removeTitle", { name })}>
      <Stack>
        <FormProblem failure={failure} />
        <Text>{isMine ? t(isShared ? "removeShared" : "removeMine") : t("removeOf", { by })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {forms("cancel")}
          </Button>
          <Button color="red" loading={isSending} onClick={remove}>
            {t("removeButton")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
