"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { later } from "@/components/ui/later";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { DEFAULT_LANGUAGE } from "@/lib/languages";
import { differences } from "@/lib/requests/merge";
import { ITEMS_SECTION, lockName, sectionOfEntry } from "@/lib/requests/revision";
import { MissingList } from "../missing-list";
import { focusQuestion } from "../question-id";
import { AskFor } from "./ask-for";
import type { ShownDifference } from "./conflict-panel";
import { entryWords } from "./entry-words";
import classes from "./form-page.module.css";
import { contentOf, type FormValues } from "./form-values";
import { LeaveGuard } from "./leave-guard";
import { useLocks } from "./locks";
import { Outline } from "./outline";
import { ASK_PART, type FormPart, itemName, outlineOf, partsOf, REVIEW_PART } from "./parts";
import { ProblemsProvider } from "./problems";
import type { RequestFormProps } from "./request-form-props";
import { SaveBar } from "./save-bar";
import { SectionPart } from "./section-part";
import { StuckNote } from "./stuck-note";
import type { useDraft } from "./use-draft";
import type { Review } from "./use-review";
import type { useSubmit } from "./use-submit";

const ConflictPanel = later(
  () => import("./conflict-panel").then((module) => module.ConflictPanel),
  null,
);

interface Props extends RequestFormProps {
  review: Review;
  saving: ReturnType<typeof useDraft>;
  submitting: ReturnType<typeof useSubmit>;
  /** After the first attempt to submit. */
  isShown: boolean;
}

/** The form as it stands on the page. */
export function FormPage(props: Props) {
  const { archive, review, saving, submitting, isShown } = props;
  const t = useTranslations("requests.form");
  const parts = partsOf(archive.sections, review.items, review.content);
  const several = review.items.length > 1;
  const titleOf = ({ section, item }: FormPart) =>
    item && several ? t("sectionOf", { section: section.title, item: item.name }) : section.title;
  const { session } = saving;
  const { locks } = useLocks();
  const isLocked = (section: string, itemKey?: string) => lockName(section, itemKey) in locks;

  return (
    <ProblemsProvider value={{ missing: review.missing, isShown }}>
      <LeaveGuard isDirty={session.isDirty} save={async () => (await session.flush()).isSaved} />
      <Notices {...props} />
      <div className={classes.columns}>
        <div className={classes.outline}>
          <Outline
            entries={[
              { id: ASK_PART, title: t("what"), missing: 0, isLocked: isLocked(ITEMS_SECTION) },
              ...outlineOf(parts, review.missing, titleOf, (part) =>
                isLocked(part.section.id, part.item?.key),
              ),
            ]}
          />
        </div>
        <Form onSend={submitting.submit} className={classes.form} aria-label={t("label")}>
          <Panel id={ASK_PART} title={t("what")}>
            <AskFor
              units={props.units}
              people={props.people}
              fixed={props.fixed}
              itemPerPerson={archive.itemPerPerson}
              unitWord={archive.unitWord}
            />
          </Panel>
          {parts.map((part) => (
            <SectionPart
              key={part.id}
              {...part}
              title={titleOf(part)}
              people={props.people}
              peopleHref={`/t/${props.team}/people`}
            />
          ))}
          <ReviewPart {...props} />
          <SaveBar
            state={saving.state}
            canSubmit={props.submitMove !== null}
            isSubmitting={submitting.isSubmitting}
            onSave={session.saveNow}
          />
        </Form>
      </div>
    </ProblemsProvider>
  );
}

/** What stands above the form: what went wrong, and what to do about it. */
function Notices(props: Props) {
  const t = useTranslations("requests.form");
  const language = useLocale();
  const { saving, submitting, review, isShown } = props;
  const summary = useRef<HTMLDivElement>(null);
  const { attempts } = submitting;
  useEffect(() => {
    if (attempts > 0) summary.current?.focus();
  }, [attempts]);
  const shownDifferences = useShownDifferences(props);
  return (
    <div className={classes.notices}>
      {language !== DEFAULT_LANGUAGE && (
        <Note tone="info">
          <p>{t("inEnglish")}</p>
        </Note>
      )}
      {saving.isRestored && (
        <Note tone="info">
          <p>{t("restored")}</p>
        </Note>
      )}
      {saving.state.at === "stuck" && <StuckNote outcome={saving.state.outcome} />}
      {shownDifferences && (
        <ConflictPanel differences={shownDifferences} onChosen={saving.resolve} />
      )}
      {submitting.refusal && (
        <div role="alert">
          <Note tone="bad">
            <p>{submitting.refusal}</p>
          </Note>
        </div>
      )}
      {isShown && review.missing.length > 0 && (
        <div ref={summary} tabIndex={-1} className={classes.summary}>
          <Note tone="bad" title={t("review.missing", { count: review.missing.length })}>
            <ReviewList {...props} />
          </Note>
        </div>
      )}
    </div>
  );
}

function ReviewPart(props: Props) {
  const t = useTranslations("requests.form.review");
  const { missing } = props.review;
  const archive = props.archive.name;
  return (
    <Panel id={REVIEW_PART} title={t("title")}>
      {missing.length > 0 ? (
        <>
          <p className={classes.words}>{t("missing", { count: missing.length })}</p>
          <ReviewList {...props} />
        </>
      ) : (
        <Note tone="good" title={t("complete")}>
          <p>{props.submitMove === null ? t("later", { archive }) : t("next", { archive })}</p>
        </Note>
      )}
    </Panel>
  );
}

function ReviewList({ review }: Props) {
  const itemNames = Object.fromEntries(
    review.items.length > 1
      ? review.items.map((item) => [item.id, itemName(item, review.items)])
      : [],
  );
  return (
    <MissingList
      missing={review.missing}
      itemNames={itemNames}
      hrefOf={() => `#${REVIEW_PART}`}
      onFollow={focusQuestion}
    />
  );
}

/** Both texts in the words of the form while somebody else's stands in the way, else null. */
function useShownDifferences(props: Props): ShownDifference[] | null {
  const t = useTranslations("requests.form");
  const { getValues } = useFormContext<FormValues>();
  const { state, session } = props.saving;
  if (state.at !== "stuck" || state.outcome.why !== "conflict") return null;
  const { items } = props.review;
  const { locks } = state.outcome.current;
  const { sections } = props.archive;
  const known = {
    sections,
    itemNames: Object.fromEntries(items.map((item) => [item.id, itemName(item, items)])),
    names: new Map([...props.units, ...props.people].map(({ id, name }) => [id, name] as const)),
    words: { title: t("title.label"), items: t("what"), yes: t("yes") },
  };
  const mine = contentOf(getValues(), items);
  return differences(session.base, mine, state.outcome.current).map((difference) => ({
    ...difference,
    label: entryWords(known, difference.name, difference.mine).label,
    mine: entryWords(known, difference.name, difference.mine).text,
    theirs: entryWords(known, difference.name, difference.theirs).text,
    isLocked: (sectionOfEntry(sections, difference.name)?.lock ?? "") in locks,
  }));
}
