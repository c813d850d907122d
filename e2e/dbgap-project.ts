import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import { today } from "./calendar";
import { approvedUntil, type Move, placeRequest } from "./placed-request";

/** Names on the team: the PI, who holds the two offices, and who works with the data. */
type People = { pi: string; signingOfficial: string; itDirector: string; collaborator?: string };

/** A dbGaP project whose complete form is handed in, taken through these moves; gives its number. */
export function placedProject(
  page: Page,
  { collaborator, ...offices }: People,
  accession: string,
  moves: readonly Move[],
): Promise<string> {
  return placeRequest(
    page,
    {
      ...{
        archive: "dbgap",
        study: accession.split(".", 1).join(),
        title: "Regulation of ageing genes",
      },
      people: { ...offices, ...(collaborator && { internalCollaborators: [collaborator] }) },
      answers: {
        projectTitle: "Regulation of ageing genes",
        researchUse: "We model expression over age in tissues.",
        publicSummary: "Which genes change as people grow older.",
        storage: "The institute's own cluster, encrypted.",
        ...{ securityAttested: true, cloudUse: "no", countriesChecked: true },
        ...{ irbAsked: "no", collaborationAsked: "no", notForProfitAsked: "no" },
        ...{ certificationAccepted: true, conductAccepted: true },
      },
    },
    moves,
  );
}

/** The moves from the finished form to the signing official's approval. */
export const signedOff = (filedOn: Day, signedOn: Day): Move[] => [
  { move: "file", answers: { on: filedOn, projectNumber: "40215" } },
  { move: "so_approved", answers: { on: signedOn } },
];

/** The committee's approval of a round, decided today unless a day is given. */
export const approvedRound = (round: number, endsOn: Day, decidedOn?: Day): Move => ({
  ...{ move: "approve", answers: { darNumber: `118322-${round}` } },
  decision: approvedUntil(endsOn, decidedOn),
});

/** A dbGaP project with the committee's approval, whose page is open then; gives its number. */
export function approvedProject(
  page: Page,
  people: People,
  { accession, endsOn }: { accession: string; endsOn: Day },
): Promise<string> {
  const moves = [...signedOff(today(), today()), approvedRound(1, endsOn)];
  return placedProject(page, people, accession, moves);
}
