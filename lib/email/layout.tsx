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
import type { Letter, LetterItem } from "./letter";
import { DARK, styles } from "./look";
import { mailWords } from "./words";

/** The one look of all mails: a heading, paragraphs, facts or sections, one button, small print; no images. */
export function LetterLayout({ letter }: { letter: Letter }) {
  return (
    <Html lang={letter.language}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
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
          {letter.sections?.map((section) => (
            <Gathered key={section.heading} {...section} />
          ))}
          <Action action={letter.action} />
          <Hr className="line" style={styles.line} />
          <SmallPrint letter={letter} />
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

/** The entries of a digest under one heading, a line each: what as the link, and until when. */
function Gathered({ heading, items }: { heading: string; items: readonly LetterItem[] }) {
  return (
    <Section style={styles.section}>
      <Heading as="h2" className="words" style={styles.sectionHeading}>
        {heading}
      </Heading>
      {items.map((item) => (
        <Text key={Object.values(item).join(" ")} className="words" style={styles.item}>
          <Link className="link" href={item.url} style={styles.itemLink}>
            {item.heading}
          </Link>
          <br />
          {item.text}
        </Text>
      ))}
    </Section>
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

function SmallPrint({ letter }: { letter: Letter }) {
  const { words } = mailWords(letter.language);
  return (
    <>
      {letter.closing.map((line) => (
        <Text key={line} className="quiet" style={styles.quiet}>
          {line}
        </Text>
      ))}
      {letter.unsubscribeUrl && (
        <Text className="quiet" style={styles.quiet}>
          <Link className="link" href={letter.unsubscribeUrl} style={styles.itemLink}>
            {words("unsubscribe")}
          </Link>
        </Text>
      )}
    </>
  );
}
