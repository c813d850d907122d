import { Anchor, Button, type ButtonProps, VisuallyHidden } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const NEW_TAB = { target: "_blank", rel: "noopener noreferrer" } as const;

/** A link that leaves Gatebook: opens a new tab, and says so to eyes and to screen readers. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <Anchor href={href} {...NEW_TAB} inherit underline="always">
      {children}
      {"\u00a0"}
      <IconExternalLink size="0.9em" aria-hidden style={{ verticalAlign: "-0.1em" }} />
      <VisuallyHidden>{t("opensInNewTab")}</VisuallyHidden>
    </Anchor>
  );
}

/** The same as a button. */
export function ExternalButton({
  href,
  children,
  ...button
}: ButtonProps & { href: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <Button
      component="a"
      href={href}
      {...NEW_TAB}
      rightSection={<IconExternalLink size={16} aria-hidden />}
      {...button}
    >
      {children}
      <VisuallyHidden>{t("opensInNewTab")}</VisuallyHidden>
    </Button>
  );
}
