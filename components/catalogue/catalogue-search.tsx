"use client";

import { Button, Loader, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import type { FacetName } from "@/lib/catalogue/facets";
import classes from "./catalogue-search.module.css";

/** A filter and what may be chosen in it; `label` of an option names it with its count. */
export interface Facet {
  name: FacetName;
  value: string;
  options: readonly { value: string; label: string }[];
}

/**
 * The search box and filters: a plain GET form that works without JavaScript, and follows each
 * change where there is JavaScript. The address always says what is shown.
 */
export function CatalogueSearch(props: {
  q: string;
  facets: readonly Facet[];
  /** Kept in the address while searching. */
  view: string | null;
}) {
  const t = useTranslations("catalogue.search");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [q, setQ] = useTypedText(props.q);
  const [isPending, startTransition] = useTransition();

  function follow(how: "push" | "replace") {
    if (!form.current) return;
    const entries = [...new FormData(form.current)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
    const href = query.size > 0 ? `/catalogue?${query}` : "/catalogue";
    startTransition(() => router[how](href, { scroll: false }));
  }
  const followTyping = useDebouncedCallback(() => follow("replace"), 250);

  function submit(event: FormEvent) {
    event.preventDefault();
    follow("push");
  }

  return (
    <search>
      <form ref={form} action="/catalogue" onSubmit={submit} className={classes.form}>
        {props.view && <input type="hidden" name="view" value={props.view} />}
        <div className={classes.query}>
          <TextInput
            type="search"
            name="q"
            label={t("label")}
            placeholder={t("placeholder")}
            size="md"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              followTyping();
            }}
            leftSection={
              isPending ? <Loader size={16} /> : <IconSearch size={18} stroke={1.7} aria-hidden />
            }
            className={classes.box}
          />
          <Button type="submit" size="md">
            {t("submit")}
          </Button>
        </div>
        {props.facets.length > 0 && (
          <div className={classes.facets}>
            {props.facets.map((facet) => (
              <NativeSelect
                // A new key when the address changes, so that going back shows what was chosen.
                key={`${facet.name} ${facet.value}`}
                name={facet.name}
                label={t(`facet.${facet.name}`)}
                data={[{ value: "", label: t("any") }, ...facet.options]}
                defaultValue={facet.value}
                onChange={() => follow("push")}
              />
            ))}
          </div>
        )}
      </form>
    </search>
  );
}

/** The text of a box that the address also sets, except while somebody is typing in it. */
function useTypedText(fromAddress: string) {
  const [text, setText] = useState(fromAddress);
  useEffect(() => {
    if (document.activeElement?.getAttribute("name") !== "q") setText(fromAddress);
  }, [fromAddress]);
  return [text, setText] as const;
}
