"use client";

import { SegmentedControl } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Language } from "@/lib/languages";
import classes from "./template-view.module.css";

/** Both parts of a mail: the HTML as light and dark mail programs show it, and the text beside it. */
export function TemplateView(props: {
  /** Of the mail, which may be another one than the page's. */
  language: Language;
  subject: string;
  html: { light: string; dark: string };
  text: string;
}) {
  const t = useTranslations("mailSettings.template");
  const [scheme, setScheme] = useState<"light" | "dark">("light");
  return (
    <div className={classes.parts}>
      <section className={classes.part} aria-label={t("html")}>
        <div className={classes.head}>
          <h2 className={classes.title}>{t("html")}</h2>
          <SegmentedControl
            size="xs"
            aria-label={t("scheme")}
            value={scheme}
            onChange={(value) => setScheme(value === "dark" ? "dark" : "light")}
            data={[
              { value: "light", label: t("light") },
              { value: "dark", label: t("dark") },
            ]}
          />
        </div>
        {/* Without any permission: no script runs, no link leads anywhere, no form is sent. */}
        <iframe
          key={scheme}
          className={classes.frame}
          lang={props.language}
          data-scheme={scheme}
          sandbox=""
          srcDoc={props.html[scheme]}
          title={props.subject}
        />
      </section>
      <section className={classes.part} aria-label={t("text")}>
        <div className={classes.head}>
          <h2 className={classes.title}>{t("text")}</h2>
        </div>
        <pre className={classes.text} lang={props.language}>
          {props.text}
        </pre>
      </section>
    </div>
  );
}
