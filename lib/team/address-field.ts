import { z } from "zod";
import { parseAddress } from "./address";

/** A form field that holds one e-mail address; its output is the stored spelling. */
export const addressField = z.string().transform((text, context) => {
  const address = parseAddress(text);
  if (address !== null) return address;
  context.addIssue(
    text.trim() === ""
      ? "Enter an e-mail address."
      : "Enter one plain e-mail address, like ana@lab.example.org.",
  );
  return z.NEVER;
});
