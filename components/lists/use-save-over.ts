"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { SavedView } from "@/lib/services/saved-views";
import type { SendView } from "./view-dialogs";

/** Saves the list as it is shown over a view; what was refused is told in a corner, with the reason. */
export function useSaveOver({ send: actions, query }: { send: SendView; query: string }) {
  const t = useTranslations("views");
  const forms = useTranslations("forms");
  const { send } = useSending();
  const router = useRouter();
  const tell = useTell();
  return ({ id, version, name }: SavedView) =>
    send(
      () => actions.change({ id, version, query }),
      () => {
        tell(t("savedOver", { name }));
        router.refresh();
      },
      ({ code, message }) =>
        notifications.show({
          color: "red",
          message: code === "UNREACHABLE" ? forms("unreachable") : message,
          closeButtonProps: { "aria-label": forms("close") },
        }),
    );
}
