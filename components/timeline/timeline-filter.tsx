import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import filterClasses from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { ME } from "@/lib/calendar/filter";
import { TIMELINE_KINDS } from "@/lib/timeline/entry";
import { GROUPINGS, type TimelineView } from "@/lib/timeline/view-query";
import classes from "./timeline-filter.module.css";
import { timelinePath } from "./timeline-path";

/** What the timeline shows and how it is gathered. Works without JavaScript. */
export function TimelineFilter(props: {
  team: string;
  view: TimelineView;
  /** Everybody of the team but the reader. */
  people: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
  /** The name of the one data set that is shown. */
  data: string | null;
}) {
  const t = useTranslations("timeline.filter");
  const kind = useTranslations("timeline.kind");
  const { team, view } = props;
  const { zoom, from, as } = view;
  const clear = timelinePath(team, { zoom, from, as });
  const isFiltered = clear !== timelinePath(team, { ...view, page: 1 });
  return (
    <search aria-label={t("label")} className={`${filterClasses.filter} ${classes.filter}`}>
      <form
        action={timelinePath(team)}
        className={filterClasses.form}
        // A link that changes the view brings other answers than those typed.
        key={timelinePath(team, view)}
      >
        {zoom !== "1y" && <input type="hidden" name="zoom" value={zoom} />}
        {from && <input type="hidden" name="from" value={from} />}
        {as === "list" && <input type="hidden" name="as" value={as} />}
        {view.data && <input type="hidden" name="data" value={view.data} />}
        <NativeSelect
          name="group"
          label={t("group")}
          defaultValue={view.group}
          data={GROUPINGS.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
        <NativeSelect
          name="person"
          label={t("person")}
          defaultValue={view.person ?? ""}
          data={[
            { value: "", label: t("everybody") },
            { value: ME, label: t("me") },
            ...props.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          name="archive"
          label={t("archive")}
          defaultValue={view.archive ?? ""}
          data={[
            { value: "", label: t("all") },
            ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <fieldset className={classes.kinds}>
          <legend>{t("kinds")}</legend>
          {TIMELINE_KINDS.map((value) => (
            <Checkbox
              key={value}
              name="kinds"
              value={value}
              label={kind(value)}
              defaultChecked={view.kinds.includes(value)}
              size="xs"
            />
          ))}
        </fieldset>
        <Button type="submit" variant="default">
          {t("apply")}
        </Button>
        {isFiltered && (
          <TextLink href={clear} className={filterClasses.clear}>
            {t("clear")}
          </TextLink>
        )}
      </form>
      {props.data && <p className={classes.only}>{t("onlyData", { name: props.data })}</p>}
    </search>
  );
}
