import type { IdentityScheme } from "../qualification";
import { SOURCES } from "./sources";
import { USERNAME } from "./username";

export const IDENTITIES: readonly IdentityScheme[] = [
  {
    id: "physionet",
    name: "PhysioNet account",
    example: "jane-doe",
    pattern: USERNAME,
    // The site keeps usernames in lower case.
    normalise: (text) => text.trim().toLowerCase(),
    guidance:
      "The username, 4 to 50 letters, digits and hyphens. The name in the profile must be the one on the CITI report; an institutional address and a linked ORCID iD speed up credentialing.",
    url: "https://physionet.org/settings/profile/",
    lastsDays: null,
    source: SOURCES.validators,
  },
];
