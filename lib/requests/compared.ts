import { z } from "zod";

const which = z.coerce.number().int().positive().optional().catch(undefined);

/** Which two filings somebody wants to compare, as the address of the page says it. */
const comparedSchema = z.object({ from: which, to: which });

/**
 * The two filings to compare, the older one first: those asked for where they exist and differ, else
 * the last two. Null while there are fewer than two.
 */
export function pairOf<F extends { number: number }>(
  filings: readonly F[],
  asked: unknown,
): { before: F; after: F } | null {
  const { from, to } = comparedSchema.catch({}).parse(asked);
  const chosen = filings.filter(({ number }) => number === from || number === to);
  const [before, after] = chosen.length === 2 ? chosen : filings.slice(-2);
  return before && after ? { before, after } : null;
}
