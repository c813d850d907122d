import { render } from "@react-email/render";
import { LetterLayout } from "./layout";
import { type Letter, plainText } from "./letter";

/** A mail ready to be sent to anybody. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** Gives a letter its look: HTML and plain text that say the same. */
export async function renderLetter(letter: Letter): Promise<RenderedMail> {
  const html = await render(<LetterLayout letter={letter} />);
  return { subject: letter.subject, html, text: plainText(letter) };
}
