import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import { useSay } from "@/components/words/say";
import type { Box } from "@/lib/people/boxes";
import { typeById } from "@/lib/people/qualification-types";
import { schemeById } from "@/lib/people/schemes";
import classes from "./holding-boxes.module.css";

/** How it is come by: what to know, where it is done, who says so. */
export function BoxGuide({ box }: { box: Box }) {
  const t = useTranslations("person.box");
  const say = useSay();
  const about = box.kind === "identity" ? schemeById(box.id) : typeById(box.id);
  if (!about) return null;
  return (
    <details className={classes.guide}>
      <summary>{t("how")}</summary>
      <p>{say(about.guidance)}</p>
      <p>
        <ExternalLink href={about.url}>{t("where")}</ExternalLink>
      </p>
      <p>{t("source", { source: about.source })}</p>
    </details>
  );
}
