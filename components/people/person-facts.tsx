import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { writeNumber } from "@/lib/requests/number";
import type { PersonDetail } from "@/lib/services/person";
import classes from "./person-page.module.css";
import { PRESENCE_TONES } from "./presence-tones";

/** Who the person is at the institution, since when on the team, and what they do on requests. */
export function PersonFacts({ team, person }: { team: string; person: PersonDetail }) {
  const t = useTranslations("person.facts");
  const ranks = useTranslations("people.ranks");
  return (
    <Facts
      facts={[
        { label: t("position"), value: person.position },
        { label: t("rank"), value: person.rank && ranks(person.rank as "staff") },
        { label: t("institution"), value: person.institution },
        { label: t("email"), value: person.email },
        { label: t("team"), value: <OnTeam person={person} /> },
        {
          label: t("functions"),
          value: person.functions.length > 0 ? <Functions team={team} person={person} /> : null,
        },
      ]}
    />
  );
}

function OnTeam({ person }: { person: PersonDetail }) {
  const t = useTranslations("people");
  const dates = useDates();
  const { presence, startsOn, endsOn } = person;
  const day = dates.day(startsOn);
  return (
    <>
      <StatusChip tone={PRESENCE_TONES[presence]} label={t(`presence.${presence}`)} />{" "}
      {presence === "coming" ? t("from", { day }) : t("since", { day })}
      {endsOn && `, ${t("until", { day: dates.day(endsOn) })}`}
    </>
  );
}

/** What the person does on requests, each function with the requests. */
function Functions({ team, person }: { team: string; person: PersonDetail }) {
  const t = useTranslations("requests.page.function");
  const byFunction = Map.groupBy(person.functions, (line) => line.function);
  return (
    <ul className={classes.functions}>
      {[...byFunction].map(([role, lines]) => (
        <li key={role}>
          <p>
            {t(role)}:{" "}
            {lines.map(({ request }, index) => (
              <span key={request.number}>
                {index > 0 && ", "}
                <TextLink
                  underline="always"
                  href={requestPath(team, request.number)}
                  aria-label={`${writeNumber(request.number)} · ${request.title}`}
                >
                  {writeNumber(request.number)}
                </TextLink>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
