import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { parseQuery } from "@/lib/lists/query";
import { fieldOf, type ListShape } from "@/lib/lists/shape";
import classes from "./list-frame.module.css";

/** What of a search could not be read, each with its place and what could stand there. */
export function QueryProblems({ shape, q }: { shape: ListShape; q: string }) {
  const t = useTranslations("lists.problem");
  const { problems } = parseQuery(shape, q);
  if (problems.length === 0) return null;
  return (
    <div role="status">
      <Note tone="warn" title={t("title")}>
        <ul className={classes.problems}>
          {problems.map(({ code, from, text, field = "" }) => (
            <li key={`${code} ${from}`}>
              {t(code, { text, field, at: from + 1, known: knownOf(shape, field).join(", ") })}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

/** The values of a field of codes; the names of all fields where none is meant. */
function knownOf(shape: ListShape, name: string): readonly string[] {
  const field = fieldOf(shape, name);
  if (!field) return shape.fields.map((known) => known.name);
  return field.kind === "choice" ? field.values : [];
}
