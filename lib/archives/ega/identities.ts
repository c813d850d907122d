import type { IdentityScheme } from "../qualification";

export const IDENTITIES: readonly IdentityScheme[] = [];
