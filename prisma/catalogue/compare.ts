/** What makes the rows of a table the wanted ones. */
export interface Changes<Existing, Wanted> {
  create: Wanted[];
  update: Wanted[];
  /** Rows that are there and not wanted. */
  gone: Existing[];
}

/**
 * Compares the rows of a table with the wanted ones, which name only the columns that the files
 * decide. A row that already holds every wanted value is in none of the lists.
 */
export function compare<Existing extends object, Wanted extends object>(
  existing: readonly Existing[],
  wanted: readonly Wanted[],
  key: (row: Existing | Wanted) => string,
): Changes<Existing, Wanted> {
  const rows = new Map(existing.map((row) => [key(row), row]));
  const kept = new Set(wanted.map(key));
  const differs = (row: Wanted) => {
    const current: Partial<Record<string, unknown>> = { ...rows.get(key(row)) };
    return Object.entries(row).some(
      ([column, value]) => JSON.stringify(current[column]) !== JSON.stringify(value),
    );
  };
  return {
    create: wanted.filter((row) => !rows.has(key(row))),
    update: wanted.filter((row) => rows.has(key(row)) && differs(row)),
    gone: existing.filter((row) => !kept.has(key(row))),
  };
}
