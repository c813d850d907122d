import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { ARCHIVES } from "@/lib/archives/index";
import { agreementsHref } from "./agreement-path";

/** The archives as links that narrow the list. */
export function ArchiveLinks({ team, archive }: { team: string; archive: string | undefined }) {
  const t = useTranslations("agreements.list");
  const choices = [{ code: undefined, name: t("all") }, ...ARCHIVES];
  return (
    <nav aria-label={t("filter")}>
      <Group gap="lg" mb="md">
        {choices.map(({ code, name }) => (
          <TextLink
            key={code ?? "all"}
            href={agreementsHref(team, { archive: code })}
            aria-current={code === archive ? "page" : undefined}
            fw={code === archive ? 650 : undefined}
            underline={code === archive ? "always" : "hover"}
          >
            {name}
          </TextLink>
        ))}
      </Group>
    </nav>
  );
}
