import { List, ListItem, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import type { OutputFields } from "@/lib/outputs/output";
import { writeNumber } from "@/lib/requests/number";
import type { TeamOutput } from "@/lib/services/outputs";

/** What somebody else saved meanwhile, where it differs from what stands in the form. */
export function TheirOutput({ theirs, mine }: { theirs: TeamOutput; mine: OutputFields }) {
  const t = useTranslations("outputs.fields");
  const kinds = useTranslations("outputs.kinds");
  const words = useTranslations("forms");
  const dates = useDates();
  const lines: [keyof OutputFields, string, boolean][] = [
    ["kind", kinds(theirs.kind), theirs.kind === mine.kind],
    ["title", theirs.title, theirs.title === mine.title],
    ["reference", theirs.reference, theirs.reference === mine.reference],
    ["on", dates.day(theirs.on), theirs.on === mine.on],
    [
      "requestIds",
      theirs.uses.map(({ number }) => writeNumber(number)).join(", "),
      theirs.uses.length === mine.requestIds.length &&
        theirs.uses.every(({ id }) => mine.requestIds.includes(id)),
    ],
  ];
  return (
    <div>
      <Text size="sm" fw={550}>
        {words("theirVersion")}
      </Text>
      <List size="sm">
        {lines
          .filter(([, , isSame]) => !isSame)
          .map(([name, value]) => (
            <ListItem key={name}>
              {words("theirs", { label: t(name), value: value || words("empty") })}
            </ListItem>
          ))}
      </List>
    </div>
  );
}
