import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";

/** The end of a form that opened by itself: away from it, or send it. */
export function FormEnd(props: {
  onCancel: () => void;
  isSending: boolean;
  /** What sending does; it saves, unless it says otherwise. */
  label?: string | undefined;
  /** Whether it takes something away. */
  isDanger?: boolean | undefined;
}) {
  const t = useTranslations("forms");
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={props.onCancel}>
        {t("cancel")}
      </Button>
      <Button type="submit" loading={props.isSending} color={props.isDanger ? "red" : undefined}>
        {props.label ?? t("save")}
      </Button>
    </Group>
  );
}
