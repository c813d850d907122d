"use client";

import { Button, CloseButton, Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { flushSync } from "react-dom";
import { type Completion, completions, type KnownValues } from "@/lib/lists/complete";
import { allHref, changedHref, type ListPlace, otherParts } from "./list-place";
import classes from "./list-search.module.css";

interface Props {
  place: ListPlace;
  /** What the list holds, for its label: "Find requests". */
  label: string;
  placeholder: string;
  /** What each field means, by name. */
  fields: Readonly<Record<string, string>>;
  known: KnownValues;
}

/**
 * One box for all that a list can be asked, with completion: arrows choose, Enter takes, Escape
 * closes. A plain GET form where there is no JavaScript.
 */
export function ListSearch(props: Props) {
  const t = useTranslations("lists.search");
  const { place, fields, known, label, placeholder } = props;
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, caret, setCaret } = useText(place.view.q);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = completions(place.shape, text, caret, known);

  function change(next: string, at: number) {
    setText(next);
    setCaret(at);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  }

  function take(option: Completion) {
    const end = option.value ? " " : "";
    const begun = `${text.slice(0, found.from)}${option.insert}${end}`;
    // The caret can be set only once the new text stands in the box, and must be before the next key.
    flushSync(() => change(begun + text.slice(found.to).trimStart(), begun.length));
    input.current?.focus();
    input.current?.setSelectionRange(begun.length, begun.length);
  }

  function go(href: string) {
    combobox.closeDropdown();
    startTransition(() => router.push(href, { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    go(changedHref(place, { q: text }));
  }

  return (
    <search aria-label={label}>
      <form
        action={changedHref(place, {}).split("?")[0]}
        onSubmit={submit}
        className={classes.form}
      >
        {otherParts(place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Combobox
          store={combobox}
          onOptionSubmit={(index) => {
            const option = found.options[Number(index)];
            if (option) take(option);
          }}
          withinPortal={false}
          width="target"
        >
          <Combobox.Target withExpandedAttribute autoComplete="off">
            <TextInput
              ref={input}
              name="q"
              aria-label={label}
              placeholder={placeholder}
              enterKeyHint="search"
              maxLength={1000}
              spellCheck={false}
              autoCapitalize="none"
              value={text}
              onChange={({ currentTarget }) =>
                change(
                  currentTarget.value,
                  currentTarget.selectionStart ?? currentTarget.value.length,
                )
              }
              onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
              onClick={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              leftSection={
                isPending ? <Loader size={16} /> : <IconSearch size={18} stroke={1.7} aria-hidden />
              }
              rightSectionPointerEvents="all"
              rightSection={
                text && (
                  <CloseButton
                    size="sm"
                    aria-label={t("clear")}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => {
                      setText("");
                      go(allHref(place));
                    }}
                  />
                )
              }
              className={classes.box}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={found.options.length === 0}>
            <Combobox.Options aria-label={t("suggestions")} className={classes.options}>
              {found.options.map((option, index) => (
                <Combobox.Option key={option.insert} value={String(index)}>
                  <Offer option={option} fields={fields} />
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
        <Button type="submit" variant="default">
          {t("submit")}
        </Button>
        <p role="status" className={classes.spoken}>
          {combobox.dropdownOpened && t("count", { count: found.options.length })}
        </p>
      </form>
    </search>
  );
}

function Offer({ option, fields }: { option: Completion; fields: Props["fields"] }) {
  const { field, value, insert } = option;
  const words = value ? value.label : fields[field];
  return (
    <span className={classes.offer}>
      <code>{value ? value.value : insert}</code>
      {words && words !== value?.value && <span className={classes.words}>{words}</span>}
    </span>
  );
}

/** The text of the box, which both typing and the address set: another address sets it anew. */
function useText(fromAddress: string) {
  const [text, setText] = useState(fromAddress);
  const [caret, setCaret] = useState(fromAddress.length);
  const [last, setLast] = useState(fromAddress);
  if (last !== fromAddress) {
    setLast(fromAddress);
    setText(fromAddress);
    setCaret(fromAddress.length);
  }
  return { text, setText, caret, setCaret };
}
