import { PERSON_FUNCTIONS } from "../archives/lifecycle";

/** Who may sign: anybody with a function, or the committee. */
export const SIGNING_FUNCTIONS = [...PERSON_FUNCTIONS, "committee"] as const;
