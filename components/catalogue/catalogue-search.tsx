"use client";

import { Button, Loader, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
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
  const box = useRef<HTMLInputElement>(null);
  const [isPending, startTransition] = useTransition();
  const { q, setQ, setSent } = useQuery(props.q, isPending);

  function follow(how: "push" | "replace") {
    if (!form.current) return;
    followTyping.cancel();
    setSent(q);
    const fields = [...new FormData(form.current)].map(([name, value]) => [
      name,
      String(value).trim(),
    ]);
    const query = new URLSearchParams(fields.filter(([, value]) => value !== ""));
    const href = query.size > 0 ? `/catalogue?${query}` : "/catalogue";
    startTransition(() => router[how](href, { scroll: false }));
  }
  const followTyping = useDebouncedCallback(() => follow("replace"), 250);

  const followEarly = useEffectEvent((typed: string) => {
    if (typed === q) return;
    setQ(typed);
    followTyping();
  });
  // What was typed before the page listened.
  useEffect(() => {
    if (box.current) followEarly(box.current.value);
  }, []);

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
            ref={box}
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
            // Whoever clicks on must not be called back by what they typed before.
            onBlur={() => followTyping.flush()}
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
              <FacetSelect key={facet.name} facet={facet} onChoose={() => follow("push")} />
            ))}
          </div>
        )}
      </form>
    </search>
  );
}

function FacetSelect({ facet, onChoose }: { facet: Facet; onChoose: () => void }) {
  const t = useTranslations("catalogue.search");
  const select = useRef<HTMLSelectElement>(null);
  const [value, setValue] = useState(facet.value);
  const [last, setLast] = useState(facet.value);
  if (last !== facet.value) {
    setLast(facet.value);
    setValue(facet.value);
  }

  function choose(chosen: string) {
    if (chosen === value) return;
    setValue(chosen);
    onChoose();
  }
  const chooseEarly = useEffectEvent(choose);
  // What was chosen before the page listened.
  useEffect(() => {
    if (select.current) chooseEarly(select.current.value);
  }, []);

  return (
    <NativeSelect
      ref={select}
      name={facet.name}
      label={t(`facet.${facet.name}`)}
      data={[{ value: "", label: t("any") }, ...facet.options]}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

/**
 * The text of the box, which both typing and the address set. While an answer is on its way or
 * something newer was typed, the address must not take letters away.
 */
function useQuery(fromAddress: string, isPending: boolean) {
  const [q, setQ] = useState(fromAddress);
  const [sent, setSent] = useState(fromAddress);
  const [last, setLast] = useState(fromAddress);
  if (last !== fromAddress) {
    setLast(fromAddress);
    if (!isPending && q === sent && q.trim() !== fromAddress) {
      setQ(fromAddress);
      setSent(fromAddress);
    }
  }
  return { q, setQ, setSent };
}
