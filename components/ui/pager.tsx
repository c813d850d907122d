import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./links";

/** Links to the page before and after; shows nothing where there is only one page. */
export function Pager(props: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useTranslations("ui.pager");
  if (props.pages <= 1) return null;
  return (
    <nav aria-label={t("label")}>
      <Group justify="space-between" mt="md">
        {props.page > 1 ? (
          <ButtonLink variant="default" href={props.hrefOf(props.page - 1)}>
            {t("previous")}
          </ButtonLink>
        ) : (
          <span />
        )}
        <span>{t("where", { page: props.page, pages: props.pages })}</span>
        {props.page < props.pages ? (
          <ButtonLink variant="default" href={props.hrefOf(props.page + 1)}>
            {t("next")}
          </ButtonLink>
        ) : (
          <span />
        )}
      </Group>
    </nav>
  );
}
