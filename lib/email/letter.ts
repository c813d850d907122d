/** What a mail says, before it has a look. All texts are plain; only `action` is a link. */
export interface Letter {
  subject: string;
  heading: string;
  /** `lead` is set bold before its paragraph. */
  paragraphs: { lead?: string; text: string }[];
  facts: { label: string; value: string }[];
  action: { label: string; url: string };
  /** Small print: who else got it, why it came, who sent it. */
  closing: string[];
}

/** The plain-text part of a mail: everything the HTML part says, with the link written out. */
export function plainText(letter: Letter): string {
  const paragraphs = letter.paragraphs.map(({ lead, text }) => (lead ? `${lead} ${text}` : text));
  const facts = letter.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const action = `${letter.action.label}:\n${letter.action.url}`;
  const closing = `-- \n${letter.closing.join("\n")}`;
  const parts = [letter.heading, ...paragraphs, facts, action, closing];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
