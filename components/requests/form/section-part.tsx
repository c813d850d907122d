"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useWatch } from "react-hook-form";
import { Panel } from "@/components/ui/panel";
import type { Answers, Section } from "@/lib/archives/form";
import { countingFields } from "@/lib/requests/form";
import type { FormPerson, FormValues } from "./form-values";
import { Question } from "./question";
import classes from "./question.module.css";
import { Sources } from "./sources";

const QuestionOnce = memo(Question);

/** One section of an archive's form; `item` where it is answered for each item. */
export function SectionPart(props: {
  id: string;
  title: string;
  section: Section;
  item?: { key: string };
  /** Its item has been handed in: the answers are there to read. */
  isLocked: boolean;
  people: readonly FormPerson[];
  peopleHref: string;
}) {
  const t = useTranslations("requests.form");
  const { section, item, people } = props;
  const answers = useWatch<FormValues, "answers" | `itemAnswers.${string}`>({
    name: item ? `itemAnswers.${item.key}` : "answers",
  });
  const fields = countingFields(section, (answers ?? {}) as Answers);
  const asksForPeople = fields.some(({ kind }) => kind === "person" || kind === "people");
  return (
    <Panel id={props.id} title={props.title} lead={props.isLocked ? t("handedIn") : section.intro}>
      <fieldset disabled={props.isLocked} className={classes.fields} aria-label={props.title}>
        {fields.map((field) => (
          <QuestionOnce key={field.id} field={field} itemKey={item?.key} people={people} />
        ))}
      </fieldset>
      {asksForPeople && (
        <p className={classes.after}>
          {t.rich("missingPerson", {
            people: (words) => (
              <a href={props.peopleHref} target="_blank" rel="noreferrer">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      <Sources fields={fields} />
    </Panel>
  );
}
