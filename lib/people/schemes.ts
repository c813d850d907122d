import { ARCHIVES } from "../archives/index";
import type { IdentityScheme } from "../archives/qualification";
import { GENERAL_SCHEMES } from "./general-schemes";

/** Every kind of account that a person may hold: those of the archives, then the general ones. */
export const IDENTITY_SCHEMES: readonly IdentityScheme[] = [
  ...ARCHIVES.flatMap(({ identities }) => identities),
  ...GENERAL_SCHEMES,
];

/** The scheme with this id; undefined for one that is unknown here, or no longer. */
export function schemeById(id: string): IdentityScheme | undefined {
  return IDENTITY_SCHEMES.find((scheme) => scheme.id === id);
}
