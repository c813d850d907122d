/**
 * How hard the gate is, from none to a committee. `registration` is a login only;
 * `click_through_dua` a login and a signature that nobody reviews; `credentialed` a vetted person
 * with training and a signature; `controlled` a decision on each request.
 */
export const ACCESS_CLASSES = [
  "open",
  "registration",
  "click_through_dua",
  "credentialed",
  "controlled",
] as const;
export type AccessClass = (typeof ACCESS_CLASSES)[number];

/** What the filter by access offers: each class, and every entry behind a gate. */
export const ACCESS_FILTERS = [...ACCESS_CLASSES, "gated"] as const;

/** True where a person or a signature stands between the team and the data, so that it is tracked. */
export function isGated(accessClass: AccessClass): boolean {
  return accessClass !== "open" && accessClass !== "registration";
}

/** Sorts from open to controlled. */
export function compareAccessClasses(a: AccessClass, b: AccessClass): number {
  return ACCESS_CLASSES.indexOf(a) - ACCESS_CLASSES.indexOf(b);
}

/** The message that names a class. */
export function accessClassLabelKey<C extends AccessClass>(accessClass: C) {
  return `terms.accessClass.${accessClass}` as const;
}
