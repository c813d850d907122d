import type { Language } from "../../languages";
import type { Letter } from "../letter";
import { nameLine, oneLine } from "../one-line";
import { mailWords } from "../words";

/** What an invitation tells. Names may hold anything that people typed. */
export interface InvitationFacts {
  language: Language;
  team: string;
  invitedBy: string;
  role: "lead" | "coordinator" | "member" | "viewer";
  expiresAt: Date;
  /** The page where a signed-in person finds the invitation. */
  url: string;
  toAddress: string;
}

/** The letter that invites somebody to a team. */
export function invitationLetter(facts: InvitationFacts): Letter {
  const { words, dates } = mailWords(facts.language);
  const team = nameLine(facts.team);
  const invitedBy = nameLine(facts.invitedBy);
  const until = dates.instant(facts.expiresAt, "UTC");
  return {
    language: facts.language,
    subject: oneLine(words("invitation.subject", { team, invitedBy })),
    heading: words("invitation.heading", { team }),
    paragraphs: [
      { text: words("invitation.who", { team, invitedBy, role: words(`role.${facts.role}`) }) },
      { text: words("invitation.what") },
      { text: words("invitation.how", { address: facts.toAddress, until }) },
    ],
    facts: [],
    action: { label: words("invitation.open"), url: facts.url },
    closing: [words("invitation.why", { invitedBy }), words("automatic")],
  };
}
