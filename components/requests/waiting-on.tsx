import { useFormatter, useTranslations } from "next-intl";
import type { Party } from "@/lib/archives/lifecycle";
import { type Day, daysBetween } from "@/lib/dates/day";

/** Whose move it is, in words: "you", the persons of the team, or the party outside. */
export function useWaitingWords(): (who: {
  party: Party;
  persons: readonly { id: string; name: string }[];
  me: string;
}) => string {
  const t = useTranslations("requests.waiting");
  const format = useFormatter();
  return ({ party, persons, me }) => {
    if (persons.length === 0) return t(`party.${party}`);
    const names = persons.map(({ id, name }) => (id === me ? t("you") : name));
    // Oneself first: it is what a reader looks for.
    return format.list(names.sort((a, b) => Number(b === t("you")) - Number(a === t("you"))));
  };
}

/** Whose move it is and for how many days already. */
export function WaitingOn(props: {
  party: Party;
  persons: readonly { id: string; name: string }[];
  me: string;
  since: Day | null;
  today: Day;
}) {
  const t = useTranslations("requests.waiting");
  const words = useWaitingWords();
  if (props.party === "nobody") return null;
  const days = props.since === null ? 0 : Math.max(0, daysBetween(props.since, props.today));
  return (
    <>
      <bdi>{words(props)}</bdi>
      {days > 0 && <> · {t("days", { days })}</>}
    </>
  );
}
