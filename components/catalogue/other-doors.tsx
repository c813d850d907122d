import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import type { DatasetPage } from "@/lib/services/catalogue-entry";

const SAME_PEOPLE = new Set(["cross_listed_as", "same_files_as", "mirror_of", "related_to"]);

/** The same cohort behind another archive's gate: worth knowing before asking at this one. */
export function OtherDoors(props: { dataset: DatasetPage; archiveNames: Record<string, string> }) {
  const t = useTranslations("catalogue.otherDoor");
  const doors = props.dataset.relations.filter(
    ({ kind, other }) => SAME_PEOPLE.has(kind) && other.archive !== props.dataset.archive,
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
