import { AppError } from "../errors";
import type { Actor, Member, Role } from "./actor";

type Holder = Role | "job" | "signedIn" | "visitor";

const EVERYBODY = [
  "visitor",
  "signedIn",
  "lead",
  "coordinator",
  "member",
  "viewer",
  "job",
] as const;
const TEAM = ["lead", "coordinator", "member", "viewer"] as const;
const WORKERS = ["lead", "coordinator", "member"] as const;
const ORGANISERS = ["lead", "coordinator"] as const;

/** Who may do what: permission -> holders. Buttons and services read the same line. */
export const PERMISSIONS = {
  "catalogue.read": EVERYBODY,
  "health.read": EVERYBODY,
  "health.beat": ["job"],
  "signIn.ask": ["visitor", "signedIn"],
  "signIn.confirm": ["visitor", "signedIn"],
  "session.read": ["visitor"],
  "session.end": ["visitor"],
  "account.read": ["signedIn"],
  "account.update": ["signedIn"],
  "team.create": ["signedIn"],
  "team.join": ["signedIn"],
  "team.read": [...TEAM, "job"],
  "team.update": ["lead"],
  "member.changeRole": ["lead"],
  "member.remove": ["lead"],
  "invitation.read": ORGANISERS,
  "invitation.create": ORGANISERS,
  "invitation.revoke": ORGANISERS,
  "person.read": TEAM,
  "person.create": ORGANISERS,
  "person.update": ORGANISERS,
  "agreement.read": TEAM,
  "agreement.record": ORGANISERS,
  "signature.record": WORKERS,
  "access.read": TEAM,
  "access.confirm": WORKERS,
  "purpose.read": TEAM,
  "purpose.record": WORKERS,
  "import.read": TEAM,
  "import.record": ORGANISERS,
  "output.read": TEAM,
  "output.record": WORKERS,
  "request.read": TEAM,
  "request.create": WORKERS,
  "request.edit": WORKERS,
  "request.move": WORKERS,
  "request.approve": ORGANISERS,
  "request.handOver": ORGANISERS,
  "request.undoMove": ORGANISERS,
  "section.open": ORGANISERS,
  "library.read": TEAM,
  "library.record": WORKERS,
  "departure.preview": ORGANISERS,
  "departure.record": ORGANISERS,
  "duty.read": TEAM,
  "duty.settle": WORKERS,
  "duty.acknowledge": WORKERS,
  "duty.reopen": ORGANISERS,
  "duty.snooze": TEAM,
  "duties.reconcile": ["job"],
  "schedule.read": TEAM,
  "schedule.update": ORGANISERS,
  "schedule.updateMine": TEAM,
  "standIn.record": WORKERS,
  "escalation.update": ["lead"],
  "preference.update": TEAM,
  "preference.unsubscribe": ["visitor"],
  "calendar.read": TEAM,
  "calendar.share": TEAM,
  "calendar.serve": ["visitor"],
  "notice.read": TEAM,
  "incident.read": TEAM,
  "incident.record": WORKERS,
  "incident.close": ORGANISERS,
  "amendment.read": TEAM,
  "amendment.record": WORKERS,
  "amendment.decide": ORGANISERS,
  "unit.setTerms": WORKERS,
  "version.read": TEAM,
  "version.record": WORKERS,
  "versions.watch": ["job"],
  "copy.read": TEAM,
  "copy.record": WORKERS,
  "copy.restore": ORGANISERS,
  "closeOut.read": TEAM,
  "closeOut.record": WORKERS,
  "certificate.read": TEAM,
  "comment.read": TEAM,
  "comment.write": WORKERS,
  "document.read": TEAM,
  "document.upload": WORKERS,
  "document.attach": WORKERS,
  "document.delete": ORGANISERS,
  "identity.record": WORKERS,
  "qualification.record": WORKERS,
  "qualification.waive": ["lead"],
  "rules.read": TEAM,
  "rules.update": ["lead"],
  "roster.read": TEAM,
  "roster.record": ORGANISERS,
  "view.read": TEAM,
  "view.save": TEAM,
  "view.share": WORKERS,
  "view.removeOthers": ["lead"],
  "history.read": TEAM,
  "dashboard.read": TEAM,
  "find.read": TEAM,
  "mail.read": ORGANISERS,
  "mail.resend": ORGANISERS,
  "mail.preview": ORGANISERS,
  "mail.release": ["lead"],
  "reminders.plan": ["job"],
  "notices.deliver": ["job"],
  "audit.verify": ["lead", "job"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof PERMISSIONS;

function holderOf(actor: Actor): Holder {
  return actor.kind === "user" ? actor.role : actor.kind;
}

/** Whether this actor holds the permission. */
export function can(actor: Actor, permission: Permission): boolean {
  const holders: readonly Holder[] = PERMISSIONS[permission];
  return holders.includes(holderOf(actor));
}

/**
 * Whether this member may record something about a person, or about the institution (null): those
 * who organise for everybody, a member for themselves.
 */
export function canRecordFor(actor: Member, permission: Permission, personId: string | null) {
  const isOrganiser = (ORGANISERS as readonly Role[]).includes(actor.role);
  return can(actor, permission) && (isOrganiser || personId === actor.personId);
}

/** As `authorise`, for what is recorded about a person, or about the institution (null). */
export function authoriseFor(actor: Member, permission: Permission, personId: string | null): void {
  authorise(actor, permission);
  if (canRecordFor(actor, permission, personId)) return;
  throw new AppError(
    "FORBIDDEN",
    "Members record what is their own; a lead or coordinator does it for others and for the institution.",
  );
}

// By the number of roles that may: each list above holds the highest ones. Whole sentences, since they
// are said in other languages as a whole.
const REFUSALS: Readonly<Record<number, string>> = {
  1: "Your role in this team does not allow this; a lead can do it.",
  2: "Your role in this team does not allow this; a lead or coordinator can do it.",
  3: "Your role in this team does not allow this; a lead, coordinator or member can do it.",
};

/** The first line of each service. Throws FORBIDDEN with a sentence naming who may. */
export function authorise(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return;
  const holders: readonly Holder[] = PERMISSIONS[permission];
  const roles = holders.filter((holder) => (TEAM as readonly string[]).includes(holder));
  throw new AppError("FORBIDDEN", REFUSALS[roles.length] ?? "This is not allowed.");
}
