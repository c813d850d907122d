import type { QualificationType } from "../qualification";

export const QUALIFICATIONS: readonly QualificationType[] = [];
