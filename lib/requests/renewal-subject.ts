/** What causes the duties of a renewal under way. */
export function renewalSubject(cycleId: string): string {
  return `renewal:${cycleId}`;
}

const WINDOW = "renewal-window:";

/** What causes the duty to begin the renewal of an approved round. */
export function windowSubject(cycleId: string): string {
  return WINDOW + cycleId;
}

/** Whether a duty is the opening of a renewal's window. */
export function isOfWindow(subject: string): boolean {
  return subject.startsWith(WINDOW);
}
