import { useTranslations } from "next-intl";
import { unitPath } from "@/components/access/access-paths";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { useSay } from "@/components/words/say";
import type { VersionLine } from "@/lib/services/version-pages";
import { versionsPath } from "./version-path";

/** On the page of a unit: that there is a newer version, and what it asks. */
export function UnitVersions(props: {
  team: string;
  unitId: string;
  versions: readonly VersionLine[];
}) {
  const t = useTranslations("versions");
  const say = useSay();
  const newer = props.versions.filter(({ older }) => older.id === props.unitId);
  return newer.map((line) => (
    <Note
      key={line.id}
      tone={line.settledOn ? "neutral" : "warn"}
      title={
        <>
          {t("unit.newer")}{" "}
          <TextLink href={unitPath(props.team, line.newer.id)} underline="always">
            {line.newer.name}
          </TextLink>
        </>
      }
    >
      <p>
        {say(line.sentence)}{" "}
        <TextLink href={versionsPath(props.team)} underline="always">
          {t("unit.more")}
        </TextLink>
      </p>
    </Note>
  ));
}
