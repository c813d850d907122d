import { useTranslations } from "next-intl";
import classes from "./crumbs.module.css";
import { TextLink } from "./links";

/** The way back, outermost page first. */
export function Crumbs({ links }: { links: readonly { href: string; label: string }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("crumbs")}>
      <ol className={classes.crumbs}>
        {links.map(({ href, label }) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
