/** What can be done by keys alone, in the groups in which the help sheet shows it. */
export const SHORTCUTS = {
  go: {
    dashboard: ["g", "d"],
    requests: ["g", "r"],
    access: ["g", "a"],
    people: ["g", "p"],
    calendar: ["g", "c"],
  },
  act: { newRequest: ["n"], pageSearch: ["/"], help: ["?"] },
} as const;

export type Shortcut = keyof (typeof SHORTCUTS)["go"] | keyof (typeof SHORTCUTS)["act"];

const BY_KEYS = new Map<string, Shortcut>(
  Object.values(SHORTCUTS).flatMap((group) =>
    Object.entries(group).map(([id, keys]) => [keys.join(" "), id as Shortcut] as const),
  ),
);

/** Each key that takes part in a shortcut. */
export const KEYS: readonly string[] = [...new Set([...BY_KEYS.keys()].join(" ").split(" "))];

/** After so many milliseconds a first key is forgotten. */
export const PATIENCE = 1_500;

/** The first key of two, and when it was pressed; null while none is. */
export type Begun = { key: string; at: number } | null;

/**
 * What a key does after what was pressed before it: one that ends no sequence may stand by itself, or
 * begin one.
 * @param at the moment in milliseconds, of any clock that goes forward
 */
export function pressKey(
  begun: Begun,
  key: string,
  at: number,
): { begun: Begun; shortcut: Shortcut | null } {
  const first = begun !== null && at - begun.at <= PATIENCE ? begun.key : null;
  const shortcut =
    (first === null ? undefined : BY_KEYS.get(`${first} ${key}`)) ?? BY_KEYS.get(key) ?? null;
  const begins = [...BY_KEYS.keys()].some((keys) => keys.startsWith(`${key} `));
  return { shortcut, begun: shortcut === null && begins ? { key, at } : null };
}
