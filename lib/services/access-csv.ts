import type { AccessFilter } from "../readiness/access-query";
import type { AccessCell } from "../readiness/access-view";
import { csvLine } from "../readiness/csv-line";
import type { AccessStatus } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { readTeamFacts } from "./access-facts";
import { filtered } from "./access-filtered";
import { cellOf, judge } from "./access-verdicts";

/** How the file's columns and sentences read. */
export interface CsvWords {
  header: readonly string[];
  status(status: AccessStatus): string;
  /** All reasons of a verdict, as sentences. */
  reasons(cell: AccessCell): string;
  /** Who has the next move. */
  mustAct(cell: AccessCell): string;
}

const NO_PROOFS = new Map();

/**
 * What the access page shows under this filter, one line for each person and unit, as the pieces of
 * a CSV file (UTF-8, days in ISO form). The lines are made as they are read, so that 100 000 of
 * them never lie in memory together.
 */
export async function accessCsv(
  actor: Member,
  filter: AccessFilter,
  words: CsvWords,
): Promise<Iterable<string>> {
  authorise(actor, "access.read");
  const on = filter.on ?? todayFor(actor);
  const facts = await readTeamFacts(actor, { units: filter.units });
  const { people, units } = filtered(facts, filter, on);
  const verdictOf = judge(facts, on);
  const around = { on, names: facts.names, proofs: NO_PROOFS };
  function* lines() {
    // The mark tells spreadsheets that this is UTF-8.
    yield `\ufeff${csvLine(words.header)}`;
    for (const person of people) {
      for (const unit of units) {
        const judged = verdictOf(person, unit);
        if (filter.state && judged.verdict.status !== filter.state) continue;
        yield csvLine(columns(cellOf(judged, around), words));
      }
    }
  }
  return lines();
}

function columns(cell: AccessCell, words: CsvWords): string[] {
  const { person, unit, on, status, until } = cell;
  return [
    person.name,
    unit.code,
    unit.name,
    unit.archiveName,
    words.status(status),
    until ?? "",
    words.reasons(cell),
    words.mustAct(cell),
    on,
  ];
}
