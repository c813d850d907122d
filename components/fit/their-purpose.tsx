import { List, ListItem, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { PurposeFields } from "@/lib/data-use/purpose";
import { PURPOSE_FIELDS } from "@/lib/data-use/purpose-fields";
import { usePurposeWords } from "./purpose-words";

/** What somebody else saved meanwhile, where it differs from what stands in the form. */
export function TheirPurpose({ theirs, mine }: { theirs: PurposeFields; mine: PurposeFields }) {
  const t = useTranslations("fit.purpose.fields");
  const words = useTranslations("forms");
  const wordsOf = usePurposeWords();
  const different = PURPOSE_FIELDS.filter((name) => wordsOf(name, theirs) !== wordsOf(name, mine));
  return (
    <div>
      <Text size="sm" fw={550}>
        {words("theirVersion")}
      </Text>
      <List size="sm">
        {different.map((name) => (
          <ListItem key={name}>
            {words("theirs", { label: t(name), value: wordsOf(name, theirs) || words("empty") })}
          </ListItem>
        ))}
      </List>
    </div>
  );
}
