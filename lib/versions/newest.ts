import type { VersionedUnit, VersionRules } from "../archives/version";

/** The newest of `units` that is a newer version of `held` by its archive's rule; null where none is. */
export function newestOf<U extends VersionedUnit>(
  { compare }: Pick<VersionRules, "compare">,
  held: VersionedUnit,
  units: readonly U[],
): U | null {
  return units.reduce<U | null>((best, unit) => {
    const isNewer = (compare(held, unit) ?? 0) < 0;
    if (!isNewer) return best;
    return best === null || (compare(best, unit) ?? 0) < 0 ? unit : best;
  }, null);
}
