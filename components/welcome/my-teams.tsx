import { List, ListItem } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import type { MyTeam } from "@/lib/services/teams";

/** The reader's teams, each a link to its dashboard. */
export function MyTeams({ teams }: { teams: readonly MyTeam[] }) {
  const roles = useTranslations("roles");
  return (
    <List spacing="xs">
      {teams.map(({ slug, name, role }) => (
        <ListItem key={slug}>
          <TextLink href={`/t/${slug}`}>{name}</TextLink>
          {` · ${roles(role)}`}
        </ListItem>
      ))}
    </List>
  );
}
