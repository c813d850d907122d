import type { Say } from "@/lib/said/say";

/** Says what a form's errors say, in place. Errors lie as deep as the fields of the form do. */
export function sayMessages(errors: object, say: Say): void {
  for (const [name, value] of Object.entries(errors)) {
    if (name === "ref") continue;
    if (name === "message" && typeof value === "string")
      Object.assign(errors, { message: say(value) });
    else if (typeof value === "object" && value !== null) sayMessages(value, say);
  }
}
