import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import { today } from "./calendar";
import { approvedUntil, type Move, placeRequest } from "./placed-request";
import * as request from "./request";

/** Writes everything that an application to a committee asks, but the tick that the text was read. */
export async function writeApplication(
  page: Page,
  people: { applicant: string; legalRepresentative: string },
  about: { committee: string; dataSets: string; aim: string },
): Promise<void> {
  await request.write(page, "Data access committee", about.committee);
  await request.write(page, "E-mail address of the committee", "dac@example.org");
  await request.write(page, "Data sets and why each is needed", about.dataSets);
  await request.write(page, "Project description", about.aim);
  await request.name(page, "Applicant", people.applicant);
  await request.name(page, "Legal representative", people.legalRepresentative);
  await request.write(page, "Security appendix", "Encrypted at rest, named people only.");
  await request.choose(page, "Will the data leave the country of the institution?", "No");
}

/** From the finished form to the committee's approval. */
export async function grantedByCommittee(page: Page, endsOn: string): Promise<void> {
  await request.record(page, "Mark as submitted at EGA", {
    "Sent to the committee on": today(),
    "EGA request number": "40012",
  });
  await request.record(page, "The DAC is reviewing it");
  await request.recordApproval(page, "Record approval", { endsOn });
}

type Application = {
  accession: string;
  title: string;
  people: { applicant: string; legalRepresentative: string; namedPeople?: readonly string[] };
  about: Parameters<typeof writeApplication>[2];
};

/** The application of several stories, of a team with an Ana and a Hélène Dubois. */
export const METHYLATION: Application = {
  ...{ accession: "EGAS00001000910", title: "Methylation and survival" },
  people: { applicant: "Ana", legalRepresentative: "Hélène Dubois" },
  about: {
    committee: "Lothian Birth Cohorts",
    dataSets: "EGAS00001000910: methylation arrays.",
    aim: "Whether methylation age foretells death.",
  },
};

/**
 * An application that was sent to its committee, today unless a day is given, and approved where it
 * says until when; its page is open then. Gives its number.
 */
export function sentApplication(
  page: Page,
  { accession, title, people, about }: Application,
  { sentOn = today(), decidedOn, endsOn }: { sentOn?: Day; decidedOn?: Day; endsOn?: Day },
): Promise<string> {
  const approval = (end: Day): Move[] => [
    { move: "review_started", answers: { on: sentOn } },
    { move: "grant", answers: {}, decision: approvedUntil(end, decidedOn) },
  ];
  return placeRequest(
    page,
    {
      ...{ archive: "ega", study: accession, title, people },
      answers: {
        ...{ dacName: about.committee, dacContact: "dac@example.org" },
        ...{ dataSets: about.dataSets, projectTitle: title, projectText: about.aim },
        securityAppendix: "Encrypted at rest, named people only.",
        ...{ transfer: "no", termsRead: true },
      },
    },
    [
      { move: "file", answers: { on: sentOn, requestNumber: "40012" } },
      ...(endsOn ? approval(endsOn) : []),
    ],
  );
}
