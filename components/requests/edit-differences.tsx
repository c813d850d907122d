import { useTranslations } from "next-intl";
import { MarkedText } from "@/components/rounds/marked-text";
import { useSay } from "@/components/words/say";
import type { AnswerValue, Section } from "@/lib/archives/form";
import { answerText } from "@/lib/requests/answer-text";
import { itemKey } from "@/lib/requests/draft";
import type { EditChange } from "@/lib/requests/edit-changes";
import type { RequestDetail } from "@/lib/services/requests";
import { itemWords } from "./item-words";
import classes from "./request-history.module.css";

interface Props {
  changes: readonly EditChange[];
  sections: readonly Section[];
  request: RequestDetail;
  /** The names of persons by id. */
  names: ReadonlyMap<string, string>;
}

/** What an edit changed, entry by entry, folded until somebody wants to see it. */
export function EditDifferences(props: Props) {
  const t = useTranslations("requestPage.history");
  return (
    <details className={classes.change}>
      <summary>{t("changed", { count: props.changes.length })}</summary>
      <dl className={classes.changes}>
        {props.changes.map((change) => (
          <Difference key={change.name} {...props} change={change} />
        ))}
      </dl>
    </details>
  );
}

function Difference(props: Props & { change: EditChange }) {
  const t = useTranslations("requestPage.history");
  const { change, sections } = props;
  const text = useAnswerText(props);
  const label = useLabel(change.name, sections);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <MarkedText
          before={text(change.name, change.before) || t("empty")}
          after={text(change.name, change.after) || t("empty")}
        />
      </dd>
    </div>
  );
}

function useLabel(name: string, sections: readonly Section[]): string {
  const t = useTranslations("requestPage.history");
  const own = useTranslations("events.fields");
  const say = useSay();
  if (name === "title" || name === "items") return own(name);
  const field = fieldOf(name, sections);
  return field ? say(field.label) : t("form");
}

function fieldOf(name: string, sections: readonly Section[]) {
  const id = name.split("/").at(-1);
  return sections.flatMap(({ fields }) => fields).find((field) => field.id === id);
}

function useAnswerText({ sections, request, names }: Props) {
  const t = useTranslations("requestPage.history");
  const form = useTranslations("requests.form");
  const items = new Map(
    request.items.map((item) => [itemKey(item), itemWords(item, request.items)]),
  );
  return (name: string, value: unknown): string => {
    // Entries of a form are answers by construction; what came from the database is looked at all the same.
    if (!isAnswer(value)) return "";
    if (name === "items") {
      return [value]
        .flat()
        .map((key) => items.get(String(key)) ?? t("gone"))
        .join("; ");
    }
    const field = fieldOf(name, sections) ?? { kind: "text" as const };
    const words = { yes: form("yes"), personName: (id: string) => names.get(id) };
    return answerText(field, value, words);
  };
}

function isAnswer(value: unknown): value is AnswerValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === "string");
  return typeof value === "string" || typeof value === "boolean";
}
