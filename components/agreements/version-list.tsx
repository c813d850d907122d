import { Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { AgreementDetails } from "@/lib/services/agreements";
import { agreementPath } from "./agreement-path";
import { StateChip } from "./state-chip";

type Version = AgreementDetails["versions"][number];

/** All versions of a text, oldest first, with what each change asked. */
export function VersionList(props: {
  team: string;
  versions: readonly Version[];
  /** The one that the page is about. */
  id: string;
}) {
  return (
    <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {props.versions.map((version) => (
        <li key={version.id}>
          <Group gap="sm">
            <VersionName {...props} version={version} />
            <StateChip state={version.state} />
          </Group>
          <ChangeWords version={version} />
        </li>
      ))}
    </Stack>
  );
}

function VersionName({ team, id, version }: { team: string; id: string; version: Version }) {
  const t = useTranslations("agreements");
  const label = (
    <bdi>{version.textVersion ? t("version", { version: version.textVersion }) : version.name}</bdi>
  );
  if (version.id === id) return <b aria-current="true">{label}</b>;
  return <TextLink href={agreementPath(team, version.id)}>{label}</TextLink>;
}

function ChangeWords({ version }: { version: Version }) {
  const t = useTranslations("agreements.versions");
  const dates = useDates();
  const { change, startsOn } = version;
  const from = t("from", { day: dates.day(startsOn) });
  return (
    <Text size="sm" c="dimmed">
      {change === "major" || change === "minor" ? `${from}. ${t(change)}` : from}
    </Text>
  );
}
