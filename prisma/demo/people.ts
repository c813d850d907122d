import type { Role } from "@/lib/team/actor";

/** A person of the demo team; with a role also a user who can sign in. */
export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  role: Role | null;
  position: string;
  /** What archives ask of it: a code of lib/people/rank.ts. */
  rank: string;
  timeZone: string;
  /** Days before today on which the person joined. */
  joinedDaysAgo: number;
}

export const DEMO_SLUG = "ruiz-lab";
export const DEMO_TEAM = "Ruiz Lab";
export const DEMO_INSTITUTION = "Institute of Computational Medicine, Castellón";
/** Where all of them work. */
export const DEMO_COUNTRY = "ES";

/** The five people who sign in, and the three of the institution's offices who do not. */
export const DEMO_PEOPLE = [
  {
    key: "ana",
    name: "Ana Ruiz",
    email: "ana.ruiz@demo.gatebook.example",
    role: "lead",
    position: "Professor, principal investigator",
    rank: "permanent_faculty",
    timeZone: "Europe/Madrid",
    joinedDaysAgo: 2400,
  },
  {
    key: "bo",
    name: "Bo Lindqvist",
    email: "bo.lindqvist@demo.gatebook.example",
    role: "coordinator",
    position: "Data manager",
    rank: "staff",
    timeZone: "Europe/Stockholm",
    joinedDaysAgo: 1300,
  },
  {
    key: "chidi",
    name: "Chidi Okafor",
    email: "chidi.okafor@demo.gatebook.example",
    role: "member",
    position: "Postdoctoral researcher",
    rank: "postdoc",
    timeZone: "Europe/Madrid",
    joinedDaysAgo: 700,
  },
  {
    key: "dana",
    name: "Dana Levi",
    email: "dana.levi@demo.gatebook.example",
    role: "member",
    position: "Doctoral student",
    rank: "graduate_student",
    timeZone: "Australia/Melbourne",
    joinedDaysAgo: 400,
  },
  {
    key: "eva",
    name: "Eva Novak",
    email: "eva.novak@demo.gatebook.example",
    role: "viewer",
    position: "Research auditor",
    rank: "staff",
    timeZone: "Europe/Prague",
    joinedDaysAgo: 200,
  },
  {
    key: "frank",
    name: "Frank Mercer",
    email: "frank.mercer@demo.gatebook.example",
    role: null,
    position: "Signing official, research office",
    rank: "official",
    timeZone: "Europe/Madrid",
    joinedDaysAgo: 2400,
  },
  {
    key: "grace",
    name: "Grace Liu",
    email: "grace.liu@demo.gatebook.example",
    role: null,
    position: "IT director",
    rank: "official",
    timeZone: "Europe/Madrid",
    joinedDaysAgo: 2400,
  },
  {
    key: "helene",
    name: "Hélène Dubois",
    email: "helene.dubois@demo.gatebook.example",
    role: null,
    position: "Head of legal affairs",
    rank: "official",
    timeZone: "Europe/Paris",
    joinedDaysAgo: 2400,
  },
] as const satisfies readonly DemoPerson[];

export type PersonKey = (typeof DEMO_PEOPLE)[number]["key"];
