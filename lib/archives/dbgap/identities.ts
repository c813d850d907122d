import type { IdentityScheme } from "../qualification";
import { SOURCES } from "./sources";

export const IDENTITIES: readonly IdentityScheme[] = [
  {
    id: "era_commons",
    name: "eRA Commons account",
    example: "JDOE.LAB",
    pattern: "^[A-Za-z0-9][A-Za-z0-9@._-]{5,29}$",
    normalise: (text) => text.trim().toUpperCase(),
    guidance:
      "The user ID, 6 to 30 letters, digits, hyphens, dots, underscores and @. The institution's signing official or account administrator makes it; the PI needs the PI role, and one login to dbGaP before downloaders can be named. Links to other services, such as Terra, last 30 days; enter their end if you use them.",
    url: "https://public.era.nih.gov/commons/",
    lastsDays: null,
    source: SOURCES.account,
  },
];
