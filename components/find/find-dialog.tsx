"use client";

import { Combobox, Input, Loader, Modal, useCombobox, VisuallyHidden } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { Entry } from "./entry";
import { EntryOption } from "./entry-option";
import classes from "./find-dialog.module.css";
import type { FindPlace } from "./find-place";
import { useEntries } from "./use-entries";
import { remember } from "./use-recent";

interface Props {
  place: FindPlace;
  isOpen: boolean;
  onClose: () => void;
  openSheet: () => void;
}

/**
 * Finds anything, by keyboard alone: typing asks, arrows choose, Enter opens, with Ctrl in a new tab.
 * Enter before the answer is there opens its first line once it is.
 */
export function FindDialog(props: Props) {
  const t = useTranslations("find");
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.onClose}
      size={640}
      yOffset="10dvh"
      transitionProps={{ duration: 120, transition: "fade" }}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("title")}>
        <Search {...props} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ place, onClose, openSheet }: Props) {
  const t = useTranslations("find");
  const [typed, setTyped] = useState("");
  const { groups, isAsking, isAway, answered } = useEntries(place, typed, openSheet);
  const entries = groups.flatMap((group) => group.entries);
  const combobox = useCombobox({ opened: true });
  const choose = useChoice(place, onClose);
  /** Enter was pressed before the answer came; `newTab` where with Ctrl. */
  const hasty = useRef<"here" | "newTab" | null>(null);
  const isNewTab = useRef(false);

  const settle = useEffectEvent(() => {
    combobox.selectFirstOption();
    const [first] = entries;
    if (hasty.current && first) choose(first, hasty.current === "newTab");
    hasty.current = null;
  });
  // Each answer begins with its first line chosen.
  useEffect(() => {
    if (answered !== null) settle();
  }, [answered]);
  // The box is drawn once more when the list is known, which it names as its own. The list's id is
  // given from here: Mantine would change the one that it makes up after that.
  const listId = useId();
  const [, drawAgain] = useState(false);
  useEffect(() => drawAgain(true), []);

  const press = (event: KeyboardEvent) => {
    isNewTab.current = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") onClose();
    if (event.key === "Enter" && isAsking) hasty.current = isNewTab.current ? "newTab" : "here";
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const entry = entries.find((one) => one.id === id);
        if (entry && !hasty.current) choose(entry, isNewTab.current);
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <Input
          classNames={{ wrapper: classes.search, input: classes.input }}
          size="lg"
          variant="unstyled"
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          rightSection={isAsking && <Loader size="xs" aria-hidden />}
          value={typed}
          onChange={(event) => {
            hasty.current = null;
            setTyped(event.currentTarget.value);
          }}
          onKeyDown={press}
          placeholder={t("placeholder")}
          aria-label={t("title")}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      </Combobox.EventsTarget>
      <Combobox.Options
        id={listId}
        aria-label={t("results")}
        className={classes.list}
        onMouseDownCapture={(event) => {
          isNewTab.current = event.ctrlKey || event.metaKey;
        }}
      >
        {groups.map((group) => (
          <Combobox.Group key={group.id} label={group.title} className={classes.group}>
            {group.entries.map((entry) => (
              <EntryOption key={entry.id} entry={entry} query={typed} />
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      <Sentence typed={typed} count={entries.length} isAsking={isAsking} isAway={isAway} />
    </Combobox>
  );
}

/** What the list itself does not say, to those who see it and to those who hear it. */
function Sentence(props: { typed: string; count: number; isAsking: boolean; isAway: boolean }) {
  const t = useTranslations("find");
  const isSilent = props.typed.trim() === "" || props.isAsking;
  const said = props.isAway ? t("away") : t("nothing", { query: props.typed.trim() });
  const isSeen = !isSilent && (props.isAway || props.count === 0);
  return (
    <>
      {isSeen && <p className={classes.sentence}>{said}</p>}
      <VisuallyHidden role="status">
        {isSilent ? "" : isSeen ? said : t("count", { count: props.count })}
      </VisuallyHidden>
    </>
  );
}

/** Opens what was chosen, here or in a new tab, and keeps that it was. */
function useChoice(place: FindPlace, close: () => void) {
  const router = useRouter();
  return ({ href, run, found, kind, title }: Entry, inNewTab: boolean) => {
    close();
    run?.();
    if (!href) return;
    const what = found?.kind ?? kind;
    const isFile = href.startsWith("/api/");
    if (what && !isFile) remember(place.team.slug, { kind: what, title, href });
    if (inNewTab) window.open(href, "_blank", "noopener");
    else if (isFile) window.location.assign(href);
    else router.push(href);
  };
}
