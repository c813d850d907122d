/** Every mail that Gatebook writes, by name. */
export const TEMPLATES = ["reminder", "duty", "digest", "invitation", "sign-in"] as const;
export type Template = (typeof TEMPLATES)[number];

/** Whether `text`, which may come from an address, names a mail. */
export function isTemplate(text: string): text is Template {
  return (TEMPLATES as readonly string[]).includes(text);
}
