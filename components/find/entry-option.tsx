import { Combobox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { markWords } from "@/lib/find/marks";
import { writeNumber } from "@/lib/requests/number";
import type { Entry } from "./entry";
import classes from "./find-dialog.module.css";
import { FoundChip } from "./state-chip";

/** A line of the search, with what was looked for marked in its title. */
export function EntryOption({ entry, query }: { entry: Entry; query: string }) {
  const say = useSay();
  const { icon: Icon, found } = entry;
  return (
    <Combobox.Option value={entry.id} className={classes.option}>
      <Icon size={18} stroke={1.7} className={classes.icon} aria-hidden />
      <span className={classes.body}>
        <span className={classes.title}>
          <Marked text={found?.kind === "duty" ? say(entry.title) : entry.title} query={query} />
        </span>
        {found && <Detail found={found} />}
      </span>
      {found?.state && (
        <span className={classes.chip}>
          <FoundChip state={found.state} />
        </span>
      )}
    </Combobox.Option>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  let start = 0;
  return markWords(text, query).map(({ text: piece, isMarked }) => {
    const key = start;
    start += piece.length;
    return isMarked ? (
      <mark key={key} className={classes.mark}>
        {piece}
      </mark>
    ) : (
      <span key={key}>{piece}</span>
    );
  });
}

function Detail({ found }: { found: NonNullable<Entry["found"]> }) {
  const t = useTranslations("find.detail");
  const dates = useDates();
  const say = useSay();
  const { kind, number, on, detail } = found;
  const parts = [
    kind !== "request" && kind !== "incident" && number !== null && writeNumber(number),
    on && t("due", { day: dates.day(on) }),
    kind === "duty" ? say(detail) : detail,
  ].filter(Boolean);
  return parts.length > 0 && <span className={classes.detail}>{parts.join(" · ")}</span>;
}
