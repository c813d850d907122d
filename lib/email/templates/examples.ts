import { addDays, type Day } from "../../dates/day";
import { env } from "../../env";
import type { Language } from "../../languages";
import type { Template } from "../../reminders/mail-templates";
import type { Letter } from "../letter";
import { unsubscribeUrl } from "../unsubscribe-link";
import { digestLetter } from "./digest";
import { dutyLetter } from "./duty";
import { invitationLetter } from "./invitation";
import { reminderLetter } from "./reminder";
import { signInLetter } from "./sign-in";

/** Whose mail an example would be. */
export interface ExampleReader {
  language: Language;
  name: string;
  address: string;
  team: { name: string; slug: string };
}

/** Each mail with invented data, for where a team has none yet. */
export function exampleLetter(
  template: Template,
  reader: ExampleReader,
  today: Day,
  now: Date,
): Letter {
  const home = `${env().APP_URL}/t/${reader.team.slug}`;
  const expiresAt = new Date(now.getTime() + 1_200_000);
  switch (template) {
    case "reminder":
      return exampleReminder(reader, today, home);
    case "duty":
      return exampleDuty(reader, today, home);
    case "digest":
      return exampleDigest(reader, today, home);
    case "invitation":
      return invitationLetter({
        language: reader.language,
        ...{ team: reader.team.name, invitedBy: reader.name, role: "member", expiresAt },
        ...{ url: `${env().APP_URL}/welcome`, toAddress: "new.colleague@example.org" },
      });
    case "sign-in":
      return signInLetter({
        language: reader.language,
        ...{ url: `${env().APP_URL}/sign-in/confirm?token=example`, expiresAt },
      });
  }
}

const request = { number: "GB-0", title: "An example", archive: "dbGaP" };

function exampleReminder({ team, language }: ExampleReader, today: Day, home: string): Letter {
  return reminderLetter({
    language,
    ...{ number: request.number, requestTitle: request.title, archive: request.archive },
    ...{ dataset: "phs000000.v1.p1 GRU", datasetTitle: "An example of a data set" },
    ...{ holder: null, openTo: ["Ana Example", "Bo Example"] },
    ...{ dueOn: addDays(today, 23), today, rule: "The approval runs for one year." },
    source: "https://example.org/agreement",
    duty: {
      whatEnds: "access under the dbGaP approval",
      whatToDo: "Submit the renewal with its progress report.",
      safeDaysBefore: 14,
      ifMissed: "Access to the data ends on this day.",
    },
    ...{ reasons: ["owner"], others: [{ name: "Ana Example", reasons: ["lead"] }] },
    ...{ team: team.name, url: `${home}/requests` },
  });
}

function exampleDuty({ team, language }: ExampleReader, today: Day, home: string): Letter {
  return dutyLetter({
    language,
    ...{ what: "Send the yearly report to the data access committee.", today },
    ...{ dueOn: addDays(today, 5), rule: "Once a year, counted from the approval." },
    ...{
      source: "https://example.org/agreement",
      ifMissed: "The committee may end the access.",
      request,
      moment: null,
      person: null,
      place: request.number,
    },
    ...{ url: `${home}/requests`, reasons: ["owner"], others: [], team: team.name },
  });
}

function exampleDigest(reader: ExampleReader, today: Day, home: string): Letter {
  const nobody = "00000000-0000-0000-0000-000000000000";
  const duty = (what: string, days: number) => {
    const dueOn = addDays(today, days);
    const told = { what, dueOn, moment: null, today, rule: "", source: "", ifMissed: "" };
    const facts = { ...told, request, person: null };
    const { team, language } = reader;
    const readers = { reasons: ["owner"] as const, others: [], team: team.name, language };
    const place = { place: request.number, url: `${home}/requests` };
    return { letter: dutyLetter({ ...facts, ...readers, ...place }), dueOn };
  };
  return digestLetter({
    ...{ today, name: reader.name, team: reader.team.name, url: `${home}/duties` },
    language: reader.language,
    entries: [
      duty("Ask for the signatures under the new agreement.", 9),
      duty("Send the yearly report to the data access committee.", 28),
      { letter: exampleReminder(reader, today, home), dueOn: addDays(today, 23) },
      duty("Destroy the copies on the old server.", 60),
    ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    unsubscribeUrl: unsubscribeUrl({ teamId: nobody, personId: nobody }),
  });
}
