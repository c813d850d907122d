import type { QualificationType } from "../qualification";

/** EGA asks nothing of persons beyond an account; what its committees ask is in their agreements. */
export const QUALIFICATIONS: readonly QualificationType[] = [];
