const MAX_LENGTH = 254;
const MAX_LOCAL = 64;
const PRINTABLE_ASCII = /^[!-~]+$/;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ALL_DIGITS = /^\d+$/;

/**
 * The e-mail address in `text`, in the one spelling that Gatebook stores and compares (lower case),
 * or null. Stricter than RFC 5322 on purpose: mail libraries have read quotes, comments, commas,
 * groups and full-width letters as further recipients, so none of them passes here.
 */
export function parseAddress(text: string): string | null {
  const typed = text.trim();
  // Before lower-casing, which would fold the Kelvin sign into a k: look-alikes never become others.
  if (typed.length > MAX_LENGTH || !PRINTABLE_ASCII.test(typed)) return null;
  const address = typed.toLowerCase();
  const parts = address.split("@");
  if (parts.length !== 2) return null;
  const [local = "", domain = ""] = parts;
  const labels = domain.split(".");
  if (local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return ALL_DIGITS.test(labels.at(-1) ?? "") ? null : address;
}
