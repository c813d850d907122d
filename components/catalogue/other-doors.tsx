import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { SAME_STUDY } from "@/lib/catalogue/relation-kind";
import type { DatasetPage } from "@/lib/services/catalogue-entry";

/** The same cohort behind another archive's gate: worth knowing before asking at this one. */
export function OtherDoors(props: { dataset: DatasetPage; archiveNames: Record<string, string> }) {
  const t = useTranslations("catalogue.otherDoor");
  const doors = props.dataset.relations.filter(
    ({ kind, other }) => SAME_STUDY.has(kind) && other.archive !== props.dataset.archive,
  );
  return doors.map(({ other, note }) => (
    <Note key={other.slug} tone="info" title={t("title")}>
      <p>
        <TextLink href={`/catalogue/${other.slug}`} underline="always">
          {other.title}
        </TextLink>{" "}
        {t("at", { archive: props.archiveNames[other.archive] ?? other.archive })}
        {note && ` ${note}`}
      </p>
    </Note>
  ));
}
