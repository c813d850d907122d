import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { RELATION_KINDS, type RelationKind, relationLabelKey } from "@/lib/catalogue/relation-kind";
import type { DatasetPage } from "@/lib/services/catalogue-entry";
import { AccessClassChip } from "./access-class-chip";
import classes from "./relation-list.module.css";

type Relation = DatasetPage["relations"][number];

/** How the data set stands to others, grouped by the kind of relation in words. */
export function RelationList(props: {
  relations: readonly Relation[];
  archiveNames: Record<string, string>;
}) {
  const t = useTranslations();
  const groups = Map.groupBy(props.relations, ({ kind, end }) => `${kind}.${end}`);
  return (
    <dl className={classes.groups}>
      {[...groups].map(([key, relations]) => (
        <div key={key} className={classes.group}>
          <dt>{relations[0] && t(labelKey(relations[0]))}</dt>
          {relations.map(({ other, note }) => (
            <dd key={other.slug}>
              <div className={classes.other}>
                <TextLink href={`/catalogue/${other.slug}`}>{other.title}</TextLink>
                <AccessClassChip accessClass={other.accessClass} />
              </div>
              <span className={classes.note}>
                {[props.archiveNames[other.archive], note].filter(Boolean).join(" · ")}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function labelKey({ kind, end }: Relation) {
  const known = RELATION_KINDS.find((name): name is RelationKind => name === kind);
  return relationLabelKey(known ?? "related_to", end);
}
