/** What the team's own terms of a unit add to those of the catalogue, in a query for units. */
export const TEAM_TERMS = { select: { duo: true } } as const;

/** A unit with all its terms in one list. Row-level security shows a team its own only. */
export function withTeamTerms<Row extends { duo: string[]; teamTerms: { duo: string[] }[] }>({
  teamTerms,
  ...unit
}: Row): Omit<Row, "teamTerms"> {
  return { ...unit, duo: [...unit.duo, ...teamTerms.flatMap(({ duo }) => duo)] };
}
