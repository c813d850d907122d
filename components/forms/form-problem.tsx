"use client";

import { Anchor } from "@mantine/core";
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
  title: string;
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
  const fields = Object.entries(failure.fields ?? {}).filter(([field]) => labels?.[field]);
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Note tone={failure.code === "CONFLICT" ? "warn" : "bad"} title={props.title}>
        {fields.length > 0 ? (
          <ul>
            {fields.map(([field, sentence]) => (
              <li key={field}>
                <Anchor href={`#${idOf?.(field) ?? field}`} inherit>
                  {labels?.[field]}
                </Anchor>
                {": "}
                {sentence}
              </li>
            ))}
          </ul>
        ) : (
          <p>{failure.code === "UNREACHABLE" ? t("unreachable") : failure.message}</p>
        )}
        {failure.code === "SIGNED_OUT" && (
          <p>
            <Anchor href="/sign-in" target="_blank" inherit>
              {t("signInAgain")}
            </Anchor>
          </p>
        )}
      </Note>
    </div>
  );
}
