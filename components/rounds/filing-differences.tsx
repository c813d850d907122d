import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/words/dates";
import type { Section } from "@/lib/archives/form";
import { answerText } from "@/lib/requests/answer-text";
import {
  type AnswerChange,
  compareFilings,
  type FiledItem,
  isUnchanged,
  type SectionChanges,
} from "@/lib/requests/filing";
import type { KeptFiling } from "@/lib/services/filings";
import { MarkedText } from "./marked-text";
import classes from "./what-was-filed.module.css";

type Names = ReadonlyMap<string, string>;

/** What the newer of two filings says otherwise than the older one, field by field. */
export function FilingDifferences(props: {
  /** Of the heading, where a page compares several pairs. */
  id?: string;
  before: KeptFiling;
  after: KeptFiling;
  sections: readonly Section[];
  names: Names;
}) {
  const t = useTranslations("rounds.filed");
  const dates = useDates();
  const { before, after, id = "filing-differences" } = props;
  const changes = compareFilings(props.sections, before, after);
  const names = namesOf(props.names, [before, after]);
  return (
    <section className={classes.differences} aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {t("between", {
          ...{ before: before.number, beforeOn: dates.day(before.on) },
          ...{ after: after.number, afterOn: dates.day(after.on) },
        })}
      </h3>
      {isUnchanged(changes) && <p className={classes.moved}>{t("same")}</p>}
      {changes.title && (
        <dl className={classes.changes}>
          <Change label={t("titleChanged")}>
            <MarkedText {...changes.title} />
          </Change>
        </dl>
      )}
      <Moved title={t("items")} {...namedMoves(changes.items, itemName)} />
      {changes.sections.map((part) => (
        <SectionDifferences
          key={`${part.item ? itemName(part.item) : ""} ${part.section?.id}`}
          part={part}
          names={names}
        />
      ))}
      <MovedPeople people={changes.people} />
      <Moved title={t("documents")} {...namedMoves(changes.documents, ({ name }) => name)} />
    </section>
  );
}

function SectionDifferences({ part, names }: { part: SectionChanges; names: Names }) {
  const t = useTranslations("rounds.filed");
  const title = part.section?.title ?? t("gone");
  return (
    <div className={classes.section}>
      <h4>{part.item ? t("sectionOf", { section: title, item: itemName(part.item) }) : title}</h4>
      <dl className={classes.changes}>
        {part.changes.map((change) => (
          <Change key={change.field.id} label={change.field.label}>
            <ChangedAnswer change={change} names={names} />
          </Change>
        ))}
      </dl>
    </div>
  );
}

function Change({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.change}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ChangedAnswer({ change, names }: { change: AnswerChange; names: Names }) {
  const t = useTranslations("requests.form");
  const filed = useTranslations("rounds.filed");
  const { field } = change;
  const words = { yes: t("yes"), personName: (id: string) => names.get(id) };
  const text = (value: AnswerChange["before"]) => answerText(field, value, words);
  const nothing = filed("nothing");
  return (
    <MarkedText before={text(change.before) || nothing} after={text(change.after) || nothing} />
  );
}

function MovedPeople(props: { people: ReturnType<typeof compareFilings>["people"] }) {
  const t = useTranslations("rounds.filed");
  const role = useTranslations("requests.page.function");
  return (
    <Moved
      title={t("people")}
      {...namedMoves(props.people, (person) =>
        t("asFunction", { name: person.name, role: role(person.function) }),
      )}
    />
  );
}

/** What came and what went, by name; nothing where neither did. */
function Moved(props: { title: string; added: readonly string[]; removed: readonly string[] }) {
  const t = useTranslations("rounds.filed");
  const { title, added, removed } = props;
  if (added.length + removed.length === 0) return null;
  return (
    <div className={classes.section}>
      <h4>{title}</h4>
      <dl className={classes.changes}>
        {removed.length > 0 && (
          <Change label={t("removed")}>
            <del>{removed.join("; ")}</del>
          </Change>
        )}
        {added.length > 0 && (
          <Change label={t("added")}>
            <ins>{added.join("; ")}</ins>
          </Change>
        )}
      </dl>
    </div>
  );
}

function namedMoves<T>(
  moved: { added: readonly T[]; removed: readonly T[] } | null,
  name: (entry: T) => string,
): { added: string[]; removed: string[] } {
  return { added: (moved?.added ?? []).map(name), removed: (moved?.removed ?? []).map(name) };
}

function itemName({ unit, person }: FiledItem): string {
  return person ? `${person}, ${unit}` : unit;
}

/** The names as the copies hold them, so that who has left since is still named. */
function namesOf(known: Names, filings: readonly KeptFiling[]): Names {
  return new Map([
    ...known,
    ...filings.flatMap(({ people }) =>
      (people ?? []).map(({ personId, name }) => [personId, name] as const),
    ),
  ]);
}
