import { getTranslations } from "next-intl/server";
import { getSay } from "@/components/words/say";
import { columnsOf, type ExportColumn } from "@/lib/lists/export-sheet";
import { HOLDING_STATES } from "@/lib/people/state";
import type { PersonLine } from "@/lib/services/person-lines";

/** Somebody with how many units they may open today; null where that was not worked out. */
export type PersonOfFile = PersonLine & { open: number | null };

const { text, number, day } = columnsOf<PersonOfFile>();

/** What a file says of a person. */
export async function personColumns(): Promise<ExportColumn<PersonOfFile>[]> {
  const t = await getTranslations("lists.people.column");
  const own = await getTranslations("lists.export.column");
  const fields = await getTranslations("people.fields");
  const functionWords = await getTranslations("requests.page.function");
  const presence = await getTranslations("people.presence");
  const roles = await getTranslations("roles");
  const states = await getTranslations("person.state");
  const say = await getSay();
  return [
    text("name", t("name"), ({ name }) => name),
    text("email", t("email"), ({ email }) => email),
    text("position", fields("position"), ({ position }) => position),
    text("position", fields("institution"), ({ institution }) => institution),
    text("functions", t("functions"), ({ functions }) =>
      functions.map((held) => functionWords(held)).join("; "),
    ),
    ...HOLDING_STATES.filter((state) => state !== "missing").map((state) =>
      number(
        "prerequisites",
        `${t("prerequisites")}: ${states(state)}`,
        ({ holdings }) => holdings[state] ?? 0,
      ),
    ),
    number("requests", t("requests"), ({ requests }) => requests),
    number("access", t("access"), ({ open }) => open),
    day("ends", t("ends"), ({ nextEnd }) => nextEnd?.on ?? null),
    text("ends", own("what"), ({ nextEnd }) => nextEnd && say(nextEnd.what)),
    text("team", t("team"), (person) => presence(person.presence)),
    day("team", fields("startsOn"), ({ startsOn }) => startsOn),
    day("team", fields("endsOn"), ({ endsOn }) => endsOn),
    text("role", t("role"), ({ role }) => role && roles(role)),
    text("country", t("country"), ({ country }) => country),
  ];
}
