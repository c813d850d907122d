import { Group } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import type { Cursor } from "@/lib/lists/cursor";
import { changedHref, type ListPlace } from "./list-place";

/** Links to the pages before and after; nothing where all is on one page. */
export function ListPager(props: {
  place: ListPlace;
  previous: Cursor | null;
  next: Cursor | null;
}) {
  const t = useTranslations("lists.pager");
  const { place, previous, next } = props;
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("label")}>
      <Group justify="space-between" mt="md">
        {previous ? (
          <ButtonLink
            variant="default"
            href={changedHref(place, { after: previous })}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {t("previous")}
          </ButtonLink>
        ) : (
          <span />
        )}
        {next && (
          <ButtonLink
            variant="default"
            href={changedHref(place, { after: next })}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t("next")}
          </ButtonLink>
        )}
      </Group>
    </nav>
  );
}
