import { useTranslations } from "next-intl";
import { LifecycleDiagram } from "@/components/requests/diagram/lifecycle-diagram";
import { ExternalLink } from "@/components/ui/external-link";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { IdentityScheme, QualificationType } from "@/lib/archives/qualification";
import classes from "./archive-guide.module.css";
import { LifecycleTables } from "./lifecycle-part";
import { SourceText } from "./source-text";

/** The accounts and qualifications that an archive asks for, with where they are come by. */
export function PrerequisiteList({ archive }: { archive: Archive }) {
  return (
    <div className={classes.part}>
      {archive.identities.map((scheme) => (
        <About key={scheme.id} about={scheme} />
      ))}
      {archive.qualifications.map((type) => (
        <div key={type.id} className={classes.prerequisite}>
          <About about={type} holder={type.holder} minutes={type.minutes} />
          <QualificationLife type={type} />
        </div>
      ))}
    </div>
  );
}

function About(props: {
  about: IdentityScheme | QualificationType;
  holder?: QualificationType["holder"];
  minutes?: number | null;
}) {
  const t = useTranslations("archivePage.prerequisites");
  const say = useSay();
  const { about, holder, minutes } = props;
  return (
    <div>
      <h3 className={classes.heading}>{say(about.name)}</h3>
      <p className={classes.small}>
        {t(holder ?? "account")}
        {minutes && <> · {t("minutes", { minutes })}</>}
      </p>
      <p>{say(about.guidance)}</p>
      <p className={classes.small}>
        <ExternalLink href={about.url}>{t("where")}</ExternalLink> · {t("source")}{" "}
        <SourceText text={about.source} />
      </p>
    </div>
  );
}

function QualificationLife({ type }: { type: QualificationType }) {
  const t = useTranslations("archivePage.prerequisites");
  const say = useSay();
  return (
    <details className={classes.fold}>
      <summary>{t("life", { name: say(type.name) })}</summary>
      <div className={classes.part}>
        <LifecycleDiagram lifecycle={type.lifecycle} />
        <LifecycleTables lifecycle={type.lifecycle} />
      </div>
    </details>
  );
}
