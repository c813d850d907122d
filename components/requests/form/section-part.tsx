"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useWatch } from "react-hook-form";
import { Panel } from "@/components/ui/panel";
import type { Answers, Section } from "@/lib/archives/form";
import { countingFields } from "@/lib/requests/form";
import type { FormPerson, FormValues } from "./form-values";
import { LockedAnswers, LockReason } from "./locked-section";
import { useSectionLock } from "./locks";
import { Question } from "./question";
import classes from "./question.module.css";
import { SectionAsks } from "./section-asks";
import { Sources } from "./sources";

const QuestionOnce = memo(Question);

/** One section of an archive's form; `item` where it is answered for each item. */
export function SectionPart(props: {
  id: string;
  title: string;
  section: Section;
  item?: { key: string };
  people: readonly FormPerson[];
  peopleHref: string;
}) {
  const t = useTranslations("requests.form");
  const { section, item, people } = props;
  const { lock, asks } = useSectionLock(section.id, item?.key);
  const answers = (useWatch<FormValues, "answers" | `itemAnswers.${string}`>({
    name: item ? `itemAnswers.${item.key}` : "answers",
  }) ?? {}) as Answers;
  const fields = countingFields(section, answers);
  if (lock !== null) {
    return (
      <Panel id={props.id} title={props.title}>
        <LockReason lock={lock} section={section.id} title={props.title} itemKey={item?.key} />
        <LockedAnswers fields={fields} answers={answers} itemKey={item?.key} people={people} />
      </Panel>
    );
  }
  const asksForPeople = fields.some(({ kind }) => kind === "person" || kind === "people");
  return (
    <Panel id={props.id} title={props.title} lead={section.intro}>
      <SectionAsks asks={asks} />
      <fieldset className={classes.fields} aria-label={props.title}>
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
