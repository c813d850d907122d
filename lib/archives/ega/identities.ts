import type { IdentityScheme } from "../qualification";
import { SOURCES } from "./sources";

export const IDENTITIES: readonly IdentityScheme[] = [
  {
    id: "ega",
    name: "EGA account",
    example: "jane.doe",
    pattern: "^[A-Za-z0-9][A-Za-z0-9@._+-]{1,99}$",
    normalise: (text) => text.trim().toLowerCase(),
    guidance:
      "The username, or the address of an older account. Everybody has an account of their own; EGA asks for an institutional address and takes up to two working days to check the identity.",
    url: "https://ega-archive.org/how-to-manage-your-account/",
    lastsDays: null,
    source: SOURCES.managing,
  },
];
