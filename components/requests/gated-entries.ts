/** Where an application begins: the entries of the catalogue that stand behind a gate. */
export const GATED_ENTRIES = "/catalogue?access=gated";
