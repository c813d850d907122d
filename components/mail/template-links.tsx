import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { TEMPLATES } from "@/lib/reminders/mail-templates";

/** Every mail that Gatebook writes, as links to what it looks like. */
export function TemplateLinks({ path }: { path: string }) {
  const t = useTranslations("mailSettings.template.names");
  return (
    <ul className={classes.tabs}>
      {TEMPLATES.map((name) => (
        <li key={name}>
          <TextLink href={`${path}/templates/${name}`}>{t(name)}</TextLink>
        </li>
      ))}
    </ul>
  );
}
