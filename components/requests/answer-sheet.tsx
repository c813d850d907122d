import { useTranslations } from "next-intl";
import type { Answers, Section } from "@/lib/archives/form";
import { answerText } from "@/lib/requests/answer-text";
import { countingFields, sectionsFor } from "@/lib/requests/form";
import classes from "./answer-sheet.module.css";

/** A form as it was answered, section by section, folded until somebody wants to read it. */
export function AnswerSheet(props: {
  sections: readonly Section[];
  answers: Answers;
  items: readonly { id: string; name: string; answers: Answers }[];
  /** Names of persons by id. */
  names: ReadonlyMap<string, string>;
  isOpen: boolean;
}) {
  const { sections, items, names, isOpen } = props;
  const part = (section: Section, answers: Answers, item?: string) => (
    <SheetPart key={`${item} ${section.id}`} {...{ section, answers, item, names, isOpen }} />
  );
  return (
    <div className={classes.sheet}>
      {sectionsFor(sections, "request").map((section) => part(section, props.answers))}
      {items.flatMap((item) =>
        sectionsFor(sections, "item").map((section) => part(section, item.answers, item.name)),
      )}
    </div>
  );
}

function SheetPart(props: {
  section: Section;
  answers: Answers;
  item?: string;
  names: ReadonlyMap<string, string>;
  isOpen: boolean;
}) {
  const t = useTranslations("requests");
  const { section, item } = props;
  const words = { yes: t("form.yes"), personName: (id: string) => props.names.get(id) };
  const facts = countingFields(section, props.answers).map((field) => {
    const text = answerText(field, props.answers[field.id], words);
    return {
      id: field.id,
      label: field.label,
      value: text ? (
        <span className={classes.text}>{text}</span>
      ) : (
        <span className={classes.unanswered}>{t("page.answers.unanswered")}</span>
      ),
    };
  });
  if (facts.length === 0) return null;
  return (
    <details open={props.isOpen} className={classes.part} data-print>
      <summary>
        {item ? t("form.sectionOf", { section: section.title, item }) : section.title}
      </summary>
      <dl className={classes.answers}>
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
