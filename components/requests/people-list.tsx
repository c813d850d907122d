import { useTranslations } from "next-intl";
import type { PersonFunction } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import classes from "./people-list.module.css";

/** Who has to do with a request, and as what. */
export function PeopleList(props: {
  owner: { id: string; name: string };
  people: readonly {
    function: PersonFunction;
    person: { id: string; name: string; endsOn: Date | null };
  }[];
  today: Day;
}) {
  const t = useTranslations("requests.page");
  const lines = new Map([
    [props.owner.id, { name: props.owner.name, functions: [t("people.owner")], hasLeft: false }],
  ]);
  for (const { person, function: role } of props.people) {
    const line = lines.get(person.id) ?? { name: person.name, functions: [], hasLeft: false };
    line.functions.push(t(`function.${role}`));
    line.hasLeft = person.endsOn !== null && person.endsOn.toISOString().slice(0, 10) < props.today;
    lines.set(person.id, line);
  }
  return (
    <ul className={classes.people}>
      {[...lines].map(([id, line]) => (
        <li key={id}>
          <b>
            <bdi>{line.name}</bdi>
          </b>
          <span>
            {line.functions.join(", ")}
            {line.hasLeft && ` · ${t("people.left")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
