import type { Language } from "../languages";

/** The four roles of a team, most powerful first. */
export const ROLES = ["lead", "coordinator", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in user acting within one team. Rights are read from the database on each request. */
export interface Member {
  kind: "user";
  userId: string;
  teamId: string;
  role: Role;
  /** The person of the team that this user is. */
  personId: string;
  name: string;
  /** The person's time zone (an IANA name), for what "today" is; UTC where it is not said. */
  timeZone?: string;
  /** The person's, for what is written to them; English where it is not said. */
  language?: Language;
  now: Date;
}

/** A background job; `teamId` is set while it works for one team. */
export interface Job {
  kind: "job";
  name: string;
  teamId?: string;
  now: Date;
}

/** A signed-in user outside any team: first sign-in, list of teams, invitations. */
export interface SignedIn {
  kind: "signedIn";
  userId: string;
  email: string;
  name: string;
  /** The language of the pages; English where it is not said. */
  language?: Language;
  /** An IANA name; UTC where it is not said. */
  timeZone?: string;
  now: Date;
}

/** Somebody who is not signed in. */
export interface Visitor {
  kind: "visitor";
  /** The true address of the client, for limits. */
  ip: string;
  /** The one they chose, or that their browser asks for; English where it is not said. */
  language?: Language;
  now: Date;
}

/** Whoever asks a service for something. */
export type Actor = Member | Job | SignedIn | Visitor;

/** An actor that works within one team. */
export type TeamActor = Member | (Job & { teamId: string });
