import { List, ListItem } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { TEMPLATES } from "@/lib/email/templates/names";

/** Every mail that Gatebook writes, as links to what it looks like. */
export function TemplateLinks({ path }: { path: string }) {
  const t = useTranslations("mailSettings.template.names");
  return (
    <List>
      {TEMPLATES.map((name) => (
        <ListItem key={name}>
          <TextLink href={`${path}/templates/${name}`} underline="always">
            {t(name)}
          </TextLink>
        </ListItem>
      ))}
    </List>
  );
}
