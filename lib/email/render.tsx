import { LetterLayout } from "./layout";
import { type Letter, plainText } from "./letter";

/** A mail ready to be sent to anybody. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

// Without it some mail programs lay out as browsers did in the nineties.
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Gives a letter its look: HTML and plain text that say the same. */
export async function renderLetter(letter: Letter): Promise<RenderedMail> {
  // Imported here, since Next refuses the import on top of a file that its pages use. Nothing in a
  // mail is awaited, so that it need not be streamed: half the time of @react-email/render.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = DOCTYPE + renderToStaticMarkup(<LetterLayout letter={letter} />);
  return { subject: letter.subject, html, text: plainText(letter) };
}
