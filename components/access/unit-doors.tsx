import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import type { ShownUnit } from "@/lib/readiness/access-view";
import { unitPath } from "./access-paths";

/** The same study behind other gates. */
export function UnitDoors(props: {
  team: string;
  doors: readonly ShownUnit[];
  /** The day in the address; absent: today. */
  on?: string;
}) {
  const t = useTranslations("access.unit");
  if (props.doors.length === 0) return null;
  return (
    <Panel title={t("doors")} lead={t("doorsLead")}>
      <ul>
        {props.doors.map((door) => (
          <li key={door.id}>
            <TextLink href={unitPath(props.team, door.id, props.on)}>{door.name}</TextLink>{" "}
            {t("lead", { archive: door.archiveName, code: door.code })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
