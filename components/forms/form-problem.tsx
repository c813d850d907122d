"use client";

import { Anchor, List, ListItem } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Note } from "@/components/ui/note";
import type { Failure } from "./use-sending";

/**
 * Says why a form was refused, and takes the focus so that nobody misses it. Several wrong fields
 * are listed as links to them.
 * @param labels the visible label of each field, by its name in the refusal
 */
export function FormProblem(props: {
  failure: Failure | null;
  /** Instead of what a form usually says. */
  title?: string;
  labels?: Record<string, string>;
  idOf?: (field: string) => string;
}) {
  const { failure, labels, idOf } = props;
  const t = useTranslations("forms");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const title = props.title ?? t(failure.code === "CONFLICT" ? "conflict" : "problem");
  const fields = Object.entries(failure.fields ?? {}).filter(([field]) => labels?.[field]);
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Note tone={failure.code === "CONFLICT" ? "warn" : "bad"} title={title}>
        {fields.length > 0 ? (
          <List>
            {fields.map(([field, sentence]) => (
              <ListItem key={field}>
                <Anchor href={`#${idOf?.(field) ?? field}`} inherit underline="always">
                  {labels?.[field]}
                </Anchor>
                {": "}
                {sentence}
              </ListItem>
            ))}
          </List>
        ) : (
          <p>{failure.code === "UNREACHABLE" ? t("unreachable") : failure.message}</p>
        )}
        {failure.code === "SIGNED_OUT" && (
          <p>
            <Anchor href="/sign-in" target="_blank" inherit underline="always">
              {t("signInAgain")}
            </Anchor>
          </p>
        )}
      </Note>
    </div>
  );
}
