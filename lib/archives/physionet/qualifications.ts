import type { QualificationType } from "../qualification";
import { CREDENTIAL } from "./credential";
import { CITI, GCP } from "./training";

export const QUALIFICATIONS: readonly QualificationType[] = [CREDENTIAL, CITI, GCP];
