/** How often people are reminded once a duty is overdue. */
export const AFTERS = ["daily", "weekly", "never"] as const;
export type After = (typeof AFTERS)[number];

/** What a duty is about, for filters and colours. */
export const DUTY_GROUPS = ["access", "people", "institution", "data", "reports", "team"] as const;
export type DutyGroup = (typeof DUTY_GROUPS)[number];

/** What is the same for all duties of a kind. */
export interface DutyKind {
  /** As stored: `dbgap_renewal`. */
  id: string;
  /** "Renewal of a dbGaP project". */
  name: string;
  group: DutyGroup;
  /** Days before the due day on which people are reminded, largest first; 0 is the day itself. */
  leads: readonly number[];
  after: After;
  /** What follows when it is missed, as a sentence. */
  ifMissed: string;
}
