import { IconAlertTriangle, IconCircleCheck, IconClock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { placePath } from "@/components/access/access-paths";
import { useReasonWords } from "@/components/access/reason-words";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { PersonGaps } from "@/lib/requests/people-gaps";
import classes from "./people-list.module.css";

const ICONS = {
  open: IconCircleCheck,
  some: IconCircleCheck,
  approval: IconClock,
  gaps: IconAlertTriangle,
} as const;

interface Props {
  team: string;
  people: readonly PersonGaps[];
  me: string;
  today: Day;
}

/** Who has to do with a request, as what, and what each lacks for its data: every lack a link to its cure. */
export function PeopleList(props: Props) {
  const t = useTranslations("requests.page");
  return (
    <ul className={classes.people}>
      {props.people.map((person) => (
        <li key={person.id}>
          <div className={classes.head}>
            <TextLink href={placePath(props.team, { kind: "person", id: person.id })}>
              <bdi>{person.name}</bdi>
            </TextLink>
            <State person={person} />
          </div>
          <span className={classes.functions}>
            {[
              ...(person.isOwner ? [t("people.owner")] : []),
              ...person.functions.map((held) => t(`function.${held}`)),
            ].join(", ")}
            {person.endsOn !== null && person.endsOn < props.today && ` · ${t("people.left")}`}
          </span>
          {person.gaps.length > 0 && <Gaps {...props} person={person} />}
        </li>
      ))}
    </ul>
  );
}

function State({ person }: { person: PersonGaps }) {
  const t = useTranslations("requestPage.people");
  const { state, gaps } = person;
  if (state === "none") return null;
  const Icon = ICONS[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {state === "gaps" ? t("gaps", { count: gaps.length }) : t(state)}
    </span>
  );
}

function Gaps({ team, person, me }: Props & { person: PersonGaps }) {
  const t = useTranslations("requestPage.people");
  const words = useReasonWords(me);
  const dates = useDates();
  return (
    <ul className={classes.gaps}>
      {person.gaps.map(({ reason, units }) => (
        <li key={`${reason.what} ${reason.code}`}>
          {units.length > 0 && `${t("forUnits", { units: dates.list(units) })} `}
          {words.sentence(reason)}{" "}
          <TextLink href={placePath(team, reason.place)} underline="always">
            {words.cure(reason, person.name)}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
