import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { markWords } from "@/lib/requests/word-marks";
import classes from "./marked-text.module.css";

/** Two texts as one: what went is struck out, what came is underlined, and both are said to listeners. */
export function MarkedText({ before, after }: { before: string; after: string }) {
  const t = useTranslations("rounds.marks");
  const parts = markWords(before, after);
  // A stretch has no name of its own; its place in the text is what tells it from the others.
  const places = parts.map(({ kind, text }, index) => ({ kind, text, place: `${index} ${kind}` }));
  return (
    <div className={classes.text}>
      {places.map(({ kind, text, place }) => {
        if (kind === "same") return <span key={place}>{text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <Mark key={place}>
            {/* Browsers do not tell listeners where a mark begins and ends. */}
            <VisuallyHidden>{t(`${kind}Begins`)}</VisuallyHidden>
            {text}
            <VisuallyHidden>{t(`${kind}Ends`)}</VisuallyHidden>
          </Mark>
        );
      })}
    </div>
  );
}
