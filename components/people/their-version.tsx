import { List, ListItem, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { countryName } from "@/lib/archives/countries";
import { PERSON_FIELDS, type PersonFields } from "@/lib/people/forms";
import { isRank } from "@/lib/people/rank";
import type { TeamPerson } from "@/lib/services/people";

/** What somebody else saved meanwhile, where it differs from what stands in the form. */
export function TheirVersion({ theirs, mine }: { theirs: TeamPerson; mine: PersonFields }) {
  const t = useTranslations("people.fields");
  const ranks = useTranslations("people.ranks");
  const words = useTranslations("forms");
  const different = PERSON_FIELDS.filter((name) => (theirs[name] ?? "") !== mine[name]);
  const said = (name: (typeof PERSON_FIELDS)[number]) => {
    const value = theirs[name];
    if (!value) return words("empty");
    if (name === "rank" && isRank(value)) return ranks(value);
    return name === "country" ? countryName(value) : value;
  };
  return (
    <div>
      <Text size="sm" fw={550}>
        {words("theirVersion")}
      </Text>
      <List size="sm">
        {different.map((name) => (
          <ListItem key={name}>{words("theirs", { label: t(name), value: said(name) })}</ListItem>
        ))}
      </List>
    </div>
  );
}
