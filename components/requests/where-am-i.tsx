import { useTranslations } from "next-intl";
import { archiveGuidePath } from "@/components/archives/archive-guide-path";
import { TextLink } from "@/components/ui/links";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { aheadOf } from "@/lib/requests/diagram-ahead";
import { type Stay, visitedOf } from "@/lib/requests/stay";
import type { RequestDetail } from "@/lib/services/requests";
import { LifecycleDiagram } from "./diagram/lifecycle-diagram";
import classes from "./where-am-i.module.css";

/** The lifecycle of a request with its items in it, folded until somebody wants to see it. */
export function WhereAmI(props: {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
  stays: readonly Stay[];
}) {
  const t = useTranslations("diagram");
  const waiting = useTranslations("waiting");
  const { archive, lifecycle, request } = props;
  const here: Record<string, number> = {};
  for (const { step } of request.items) here[step] = (here[step] ?? 0) + 1;
  const placed = request.items.map(({ step, grants }) => ({
    ...{ step, granted: grants.some(({ endedOn }) => endedOn === null) },
  }));
  return (
    <details className={classes.fold}>
      <summary>{t("where")}</summary>
      <div className={classes.drawing}>
        <LifecycleDiagram
          lifecycle={lifecycle}
          place={{ here, visited: visitedOf(props.stays), ahead: aheadOf(lifecycle, placed) }}
        />
        <p className={classes.more}>
          <TextLink href={archiveGuidePath(archive.code)}>
            {t("archive", { archive: archive.name })}
          </TextLink>
          {" · "}
          <TextLink href={`/t/${props.team}/durations`}>{waiting("all")}</TextLink>
        </p>
      </div>
    </details>
  );
}
