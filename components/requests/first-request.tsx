import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { GATED_ENTRIES } from "./gated-entries";

/** The first steps of a team that has asked for nothing, where a page has nothing to show before. */
export function FirstRequest({ team, actor }: { team: string; actor: Member }) {
  const t = useTranslations("firstSteps");
  return (
    <Group justify="center" gap="sm">
      <ButtonLink href={GATED_ENTRIES}>{t("browse")}</ButtonLink>
      {can(actor, "import.record") && (
        <ButtonLink variant="default" href={`/t/${team}/imports/new`}>
          {t("bringIn")}
        </ButtonLink>
      )}
    </Group>
  );
}
