import type { StoredSchedule } from "./schedule";

/** What mail somebody wants; urgent reminders come whatever it says. */
interface MailWishes {
  /** One mail a day with what is not urgent; off: in Gatebook only. */
  digest: boolean;
  /** Kinds of duties that are shown in Gatebook only until they are urgent. */
  muted: readonly string[];
}

/** What a team, and each of its people, has set about reminders. */
export interface ReminderSettings {
  schedules: readonly StoredSchedule[];
  /** By person; who is not in it wants the digest of everything. */
  wishes: ReadonlyMap<string, MailWishes>;
}
