import { useTranslations } from "next-intl";
import { type Listed, ListFrame } from "@/components/lists/list-frame";
import { useSay } from "@/components/words/say";
import { HELD_BY_PEOPLE, PERSON_LIST } from "@/lib/lists/people";

const [PRESENCE] = PERSON_LIST.fields;

/** The list of people around its table: what it can be asked, and its other pages. */
export function PersonList(props: Listed) {
  const t = useTranslations("lists.people");
  const presence = useTranslations("people.presence");
  const say = useSay();
  return (
    <ListFrame
      {...props}
      fields={Object.fromEntries(PERSON_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]))}
      columns={Object.fromEntries(PERSON_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]))}
      known={{
        presence: PRESENCE.values.map((value) => ({ value, label: presence(value) })),
        missing: HELD_BY_PEOPLE.map(({ id, name }) => ({ value: id, label: say(name) })),
      }}
    />
  );
}
