import { ARCHIVES } from "../archives/index";
import type { QualificationType } from "../archives/qualification";
import { GENERAL_QUALIFICATIONS } from "./general-qualifications";

/** Everything that persons or the institution may hold: what archives ask, then what is general. */
export const QUALIFICATION_TYPES: readonly QualificationType[] = [
  ...ARCHIVES.flatMap(({ qualifications }) => qualifications),
  ...GENERAL_QUALIFICATIONS,
];

/** The type with this id; undefined for one that is unknown here, or no longer. */
export function typeById(id: string): QualificationType | undefined {
  return QUALIFICATION_TYPES.find((type) => type.id === id);
}

export function typesHeldBy(holder: QualificationType["holder"]): QualificationType[] {
  return QUALIFICATION_TYPES.filter((type) => type.holder === holder);
}
