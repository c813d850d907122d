import { formatInstant } from "../../dates/format";
import type { Letter } from "../letter";
import { words } from "../words";

/** What a sign-in mail tells. The link is a secret and must not be logged. */
export interface SignInFacts {
  url: string;
  expiresAt: Date;
}

/** The letter with the link that signs somebody in. */
export function signInLetter({ url, expiresAt }: SignInFacts): Letter {
  return {
    subject: words("signIn.subject"),
    heading: words("signIn.heading"),
    paragraphs: [
      { text: words("signIn.how") },
      { text: words("signIn.until", { until: formatInstant(expiresAt, "UTC") }) },
    ],
    facts: [],
    action: { label: words("signIn.open"), url },
    closing: [words("signIn.why"), words("automatic")],
  };
}
