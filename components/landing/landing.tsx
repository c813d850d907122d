import { IconBellRinging, IconDatabase, IconHistory } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { dayOf } from "@/lib/dates/day";
import { Example } from "./example";
import classes from "./landing.module.css";

const FACTS = [
  { id: "reminders", icon: IconBellRinging },
  { id: "history", icon: IconHistory },
  { id: "catalogue", icon: IconDatabase },
] as const;

/** What Gatebook is, for somebody who has just come in. */
export function Landing() {
  const t = useTranslations("landing");
  return (
    <div className={classes.landing}>
      <div className={classes.hero}>
        <div>
          <h1 className={classes.title}>{t("title")}</h1>
          <p className={classes.lead}>{t("lead")}</p>
          <div className={classes.actions}>
            <ButtonLink href="/sign-in" size="md">
              {t("signIn")}
            </ButtonLink>
            <ButtonLink href="/catalogue" size="md" variant="default">
              {t("browse")}
            </ButtonLink>
          </div>
        </div>
        <Example today={dayOf(new Date(), "UTC")} />
      </div>
      <ul className={classes.facts}>
        {FACTS.map(({ id, icon: Icon }) => (
          <li key={id} className={classes.fact}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <h2>{t(`facts.${id}.title`)}</h2>
            <p>{t(`facts.${id}.text`)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
