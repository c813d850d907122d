import { type IncidentRules, incidentLabel } from "../archives/incident";
import type { Day } from "../dates/day";
import { formatDayLong, formatInstant } from "../dates/format";

/** What a letter about an incident tells. */
export interface LetterFacts {
  kind: string;
  what: string;
  measures: string;
  happenedOn: Day | null;
  knownAt: Date;
  /** The zone in which the moment of knowing is written, an IANA name. */
  timeZone: string;
  /** Names and accessions of the units. */
  units: readonly string[];
  /** The committees of the units, as far as they are known. */
  committees: readonly string[];
  /** The archive's number of the request, and its title. */
  request: { archiveNumber: string | null; title: string; words: string } | null;
  institution: string;
  sender: string;
}

/** The letter by which an archive is told, ready to be sent; nothing in it is invented. */
export function incidentLetter({ letter }: IncidentRules, facts: LetterFacts): string {
  const { request, measures } = facts;
  const lines = [
    `Kind of incident: ${incidentLabel(facts.kind)}`,
    ...(facts.happenedOn ? [`Happened on: ${formatDayLong(facts.happenedOn)}`] : []),
    `Known to us since: ${formatInstant(facts.knownAt, facts.timeZone)} (${facts.timeZone})`,
    ...(request ? [`Our ${request.words}: ${numbered(request)}`] : []),
    `Data: ${facts.units.join("; ")}`,
  ];
  return [
    letter.to(facts.committees),
    letter.opening,
    lines.join("\n"),
    `What happened\n${facts.what}`,
    measures === "" ? "What was done\nNothing is recorded yet." : `What was done\n${measures}`,
    letter.closing,
    [facts.sender, facts.institution].filter((line) => line !== "").join("\n"),
  ].join("\n\n");
}

function numbered({ archiveNumber, title }: NonNullable<LetterFacts["request"]>): string {
  return archiveNumber ? `${archiveNumber}, ${title}` : title;
}
