import { z } from "zod";
import { isTimeZone } from "../dates/day";
import { ROLES, type Role } from "./actor";
import { addressField } from "./address-field";
import { lineField } from "./line-field";

const nameOfMine = lineField(120, "Write your name as colleagues know it.");
const teamName = lineField(100, "Give the team a name.");
const institution = lineField(200);
const role = z.enum(ROLES, "Choose a role.");
const id = z.uuid("This entry is unknown; load the page again.");

/** A browser's idea of its time zone; one that this runtime does not know becomes UTC. */
const timeZoneGuess = z
  .string()
  .max(64)
  .transform((name) => (isTimeZone(name) ? name : "UTC"))
  .default("UTC");

/** Asking for a sign-in link: the address, and the page to return to (checked when stored). */
export const signInForm = z.strictObject({
  email: addressField,
  callbackPath: z.string().max(2_000).default("/"),
});

/** The button behind the link. */
export const confirmForm = z.strictObject({ token: z.string().max(200) });

export const createTeamForm = z.strictObject({
  id,
  userName: nameOfMine,
  name: teamName,
  institution,
  timeZone: timeZoneGuess,
});
export type CreateTeam = z.output<typeof createTeamForm>;

export const acceptInvitationForm = z.strictObject({
  invitationId: id,
  userName: nameOfMine,
  timeZone: timeZoneGuess,
});
export type AcceptInvitation = z.output<typeof acceptInvitationForm>;

/** The team's own facts; `was` holds what the form showed, so that nobody overwrites unseen. */
export const updateTeamForm = z.strictObject({
  name: teamName,
  institution,
  was: z.strictObject({ name: lineField(100), institution }),
});
export type UpdateTeam = z.output<typeof updateTeamForm>;

export const inviteForm = z.strictObject({ commandId: id, email: addressField, role });
export type Invite = z.output<typeof inviteForm>;

export const revokeForm = z.strictObject({ invitationId: id });

/** `was` is the role the page showed. */
export const changeRoleForm = z.strictObject({ userId: id, role, was: role });
export type ChangeRole = z.output<typeof changeRoleForm>;

export const removeMemberForm = z.strictObject({ userId: id });

/** A message of the team to be sent again. */
export const resendForm = z.strictObject({ id });

/** The roles that somebody of this role may give: nobody lifts others above themselves. */
export function rolesToGive(own: Role): readonly Role[] {
  if (own === "lead") return ROLES;
  return own === "coordinator" ? ROLES.slice(1) : [];
}

const SLUG_LENGTH = 40;

/** The part of the address that stands for a team of this name: `Müller lab` -> `muller-lab`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "team" : slug;
}

/** Whether `text`, which may come from an address, can be the slug of a team. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(text);
}

/** A first guess at a name from the address: `ana.silva@lab.example` -> `Ana Silva`. */
export function nameFromAddress(email: string): string {
  return (email.split("@")[0] ?? "")
    .replace(/\+.*$/, "")
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join(" ");
}
