import { List, ListItem, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { PERSON_FIELDS, type PersonFields } from "@/lib/people/forms";
import type { TeamPerson } from "@/lib/services/people";

/** What somebody else saved meanwhile, where it differs from what stands in the form. */
export function TheirVersion({ theirs, mine }: { theirs: TeamPerson; mine: PersonFields }) {
  const t = useTranslations("people.fields");
  const words = useTranslations("forms");
  const different = PERSON_FIELDS.filter((name) => (theirs[name] ?? "") !== mine[name]);
  return (
    <div>
      <Text size="sm" fw={550}>
        {words("theirVersion")}
      </Text>
      <List size="sm">
        {different.map((name) => (
          <ListItem key={name}>
            {words("theirs", { label: t(name), value: theirs[name] || words("empty") })}
          </ListItem>
        ))}
      </List>
    </div>
  );
}
