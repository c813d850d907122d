import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilingDifferences } from "@/components/rounds/filing-differences";
import filter from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useSay } from "@/components/words/say";
import { flatten } from "@/lib/requests/draft";
import { editChanges } from "@/lib/requests/edit-changes";
import { filingsByLine } from "@/lib/requests/filing-lines";
import { type FoldedLine, foldHistory } from "@/lib/requests/history";
import { HISTORY_KINDS, type HistoryKind } from "@/lib/requests/history-kinds";
import type { KeptFiling } from "@/lib/services/filings";
import type { HistoryLine } from "@/lib/services/history";
import { EditDifferences } from "./edit-differences";
import { HistoryList } from "./history-list";
import type { Framed } from "./request-frame";
import classes from "./request-history.module.css";
import { requestPath } from "./request-path";
import { fieldNamer, moveAnswers } from "./request-words";

/** So many lines stand open; older ones are folded. */
const OPEN = 12;

interface Props extends Framed {
  /** All lines of its kind, newest first. */
  history: readonly HistoryLine[];
  kind: HistoryKind | null;
  filings: readonly KeptFiling[];
  /** The names of persons by id. */
  names: ReadonlyMap<string, string>;
  timeZone: string;
  /** The button that takes the last step back, where that is possible. */
  undo: ReactNode;
}

/** What happened to a request, newest first; what changed answers or was filed can be unfolded. */
export function RequestHistory(props: Props) {
  const t = useTranslations("requests.page.history");
  const words = useTranslations("requestPage.history");
  const lines = foldHistory(props.history);
  const [older, newer] = [lines.slice(OPEN), lines.slice(0, OPEN)];
  return (
    <Panel title={t("title")} id="history" actions={props.undo}>
      <div className={classes.history}>
        <KindFilter {...props} />
        {lines.length === 0 && <p className={classes.none}>{words("none")}</p>}
        <Lines {...props} lines={newer} all={lines} />
        {older.length > 0 && (
          <details>
            <summary className={classes.older}>{words("older", { count: older.length })}</summary>
            <Lines {...props} lines={older} all={lines} />
          </details>
        )}
      </div>
    </Panel>
  );
}

function KindFilter({ team, request, kind }: Props) {
  const t = useTranslations("requestPage.history");
  const home = requestPath(team, request.number);
  return (
    <nav aria-label={t("filter")}>
      <ul className={filter.tabs}>
        {([null, ...HISTORY_KINDS] as const).map((each) => (
          <li key={each}>
            <TextLink
              href={each === null ? `${home}#history` : `${home}?history=${each}#history`}
              scroll={false}
              aria-current={each === kind ? "true" : undefined}
            >
              {t(each ?? "all")}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Line = FoldedLine<HistoryLine>;

function Lines(props: Props & { lines: readonly Line[]; all: readonly Line[] }) {
  const own = useTranslations("events.fields");
  const { archive, lifecycle, request, filings, names } = props;
  const sections = archive.sections(lifecycle.id);
  const changes = editChanges(props.all, flatten(request));
  const filed = filingsByLine(lifecycle, props.history, filings);
  const ownNames = { title: own("title"), items: own("items") };
  return (
    <HistoryList
      lines={props.lines}
      timeZone={props.timeZone}
      fieldName={fieldNamer(sections, ownNames)}
      extra={(line) => {
        const pair = filed.get(line.id);
        return (
          <>
            <Answers lifecycle={lifecycle} line={line} />
            {changes.has(line.id) && (
              <EditDifferences
                changes={changes.get(line.id) ?? []}
                sections={sections}
                request={request}
                names={names}
              />
            )}
            {pair && (
              <Unfolded>
                <FilingDifferences
                  {...pair}
                  id={`filing-${pair.after.number}`}
                  sections={sections}
                  names={names}
                />
              </Unfolded>
            )}
          </>
        );
      }}
    />
  );
}

function Answers({ lifecycle, line }: Pick<Framed, "lifecycle"> & { line: Line }) {
  const t = useTranslations("requests.page.history");
  const say = useSay();
  return moveAnswers(lifecycle, line.data).map(({ label, text }) => (
    <div key={label} className={classes.said}>
      {t("answer", { label: say(label), text })}
    </div>
  ));
}

function Unfolded({ children }: { children: ReactNode }) {
  const t = useTranslations("requestPage.history");
  return (
    <details className={classes.change}>
      <summary>{t("filed")}</summary>
      {children}
    </details>
  );
}
