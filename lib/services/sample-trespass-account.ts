import { getFirstSteps, isTourDue } from "./first-run";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B reads its own first steps. */
export const SILENT_ON_FIRST_RUN: Record<string, Call> = {
  "first-run getFirstSteps": (b) => getFirstSteps(b.lead),
  "first-run isTourDue": (b) => isTourDue(b.lead),
};

/** For tests: services that concern nothing but whoever asks, and why. */
export const OF_ONE_ALONE: Record<string, string> = {
  "account getMyAccount": "the actor's own account",
  "account updateMyAccount": "the actor's own account and person in each of their teams",
  "first-run endFirstSteps": "the actor's own account",
  "first-run endTour": "the actor's own account",
  "sessions endMySessions": "the actor's own sessions",
};
