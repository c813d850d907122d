import { IconBooks, IconFileText, IconUsers } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import classes from "./dashboard.module.css";

/** What a new team does first. */
export function FirstSteps({ team }: { team: string }) {
  const t = useTranslations("dashboard.empty");
  const steps = [
    { id: "catalogue", href: "/catalogue", Icon: IconBooks },
    { id: "people", href: `/t/${team}/people`, Icon: IconUsers },
    { id: "request", href: GATED_ENTRIES, Icon: IconFileText },
  ] as const;
  return (
    <Panel title={t("title")} lead={t("lead")}>
      <ul className={classes.tiles}>
        {steps.map(({ id, href, Icon }) => (
          <li key={id} className={classes.tile}>
            <Icon size={24} stroke={1.6} aria-hidden />
            <TextLink href={href} className={classes.tileLink}>
              {t(`${id}.title`)}
            </TextLink>
            <p className={classes.small}>{t(`${id}.words`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
