import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/links";
import type { CatalogueHit } from "@/lib/services/catalogue";
import { AccessClassChip } from "./access-class-chip";
import classes from "./hit-list.module.css";

/** Data sets as lines: title, gate, archive, kind and size. */
export function HitList(props: {
  hits: readonly (CatalogueHit & { note?: string | null })[];
  archiveNames: Record<string, string>;
  /** Words beside a title, such as why it comes first. */
  remark?: (hit: CatalogueHit) => ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <ul className={classes.list}>
      {props.hits.map((hit) => (
        <li key={hit.slug} className={classes.hit}>
          <div className={classes.head}>
            <h3 className={classes.title}>
              <TextLink href={`/catalogue/${hit.slug}`}>{hit.title}</TextLink>
            </h3>
            <AccessClassChip accessClass={hit.accessClass} />
          </div>
          <p className={classes.facts}>
            {[props.archiveNames[hit.archive] ?? hit.archive, hit.modalities.join(", "), hit.size]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {props.remark?.(hit)}
          <p className={classes.gate}>
            <span className={classes.label}>{hit.note ? t("hit.note") : t("hit.gate")}</span>{" "}
            {hit.note ?? hit.gate}
          </p>
        </li>
      ))}
    </ul>
  );
}
