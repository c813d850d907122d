import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties } from "react";
import type { Letter } from "./letter";

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Mail programs that know dark mode take these; the others show the light colours written inline.
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td, .sheet { background-color: #1a1b1e !important; }
  .sheet, .words { color: #e9ecef !important; }
  .quiet { color: #adb5bd !important; }
  .panel { background-color: #25262b !important; }
  .link { color: #74c0fc !important; }
}`;

const styles = {
  page: { backgroundColor: "#ffffff", fontFamily: FONT, margin: 0, padding: "24px 12px" },
  sheet: { backgroundColor: "#ffffff", color: "#1a1b1e", margin: "0 auto", maxWidth: 600 },
  brand: { color: "#495057", fontSize: 14, margin: "0 0 16px" },
  heading: { color: "#1a1b1e", fontSize: 22, lineHeight: "30px", margin: "0 0 16px" },
  words: { color: "#1a1b1e", fontSize: 16, lineHeight: "24px", margin: "0 0 14px" },
  panel: {
    backgroundColor: "#f1f3f5",
    borderRadius: 6,
    margin: "8px 0 20px",
    padding: "12px 16px",
  },
  fact: { color: "#1a1b1e", fontSize: 15, lineHeight: "22px", margin: "2px 0" },
  button: {
    backgroundColor: "#1864ab",
    borderRadius: 6,
    color: "#ffffff",
    fontSize: 16,
    fontWeight: 600,
    padding: "12px 20px",
  },
  address: { color: "#495057", fontSize: 13, lineHeight: "20px", wordBreak: "break-all" },
  link: { color: "#1864ab" },
  quiet: { color: "#495057", fontSize: 13, lineHeight: "20px", margin: "0 0 6px" },
} satisfies Record<string, CSSProperties>;

/** The one look of all mails: a heading, paragraphs, facts, one button, small print; no images. */
export function LetterLayout({ letter }: { letter: Letter }) {
  return (
    <Html lang="en">
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body className="page" style={styles.page}>
        <Container className="sheet" style={styles.sheet}>
          <Text className="quiet" style={styles.brand}>
            Gatebook
          </Text>
          <Words letter={letter} />
          <Action action={letter.action} />
          <Hr />
          {letter.closing.map((line) => (
            <Text key={line} className="quiet" style={styles.quiet}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

function Words({ letter }: { letter: Letter }) {
  return (
    <>
      <Heading as="h1" className="words" style={styles.heading}>
        {letter.heading}
      </Heading>
      {letter.paragraphs.map(({ lead, text }) => (
        <Text key={text} className="words" style={styles.words}>
          {lead && <strong>{lead} </strong>}
          {text}
        </Text>
      ))}
      {letter.facts.length > 0 && (
        <Section className="panel" style={styles.panel}>
          {letter.facts.map(({ label, value }) => (
            <Text key={label} className="words" style={styles.fact}>
              <strong>{label}:</strong> {value}
            </Text>
          ))}
        </Section>
      )}
    </>
  );
}

function Action({ action }: { action: Letter["action"] }) {
  return (
    <Section>
      <Button href={action.url} style={styles.button}>
        {action.label}
      </Button>
      <Text className="quiet" style={styles.address}>
        <Link className="link" href={action.url} style={styles.link}>
          {action.url}
        </Link>
      </Text>
    </Section>
  );
}
