"use client";

import { useSyncExternalStore } from "react";
import { LAST_RESORT } from "@/lib/messages/last-resort";

const never = () => () => undefined;

/** Stands in when even the frame of the pages fails, so it leans on nothing but plain HTML. */
export default function GlobalError() {
  // Nobody says any more who is reading; the browser knows what it is set to.
  const language = useSyncExternalStore(
    never,
    () => (navigator.language.startsWith("de") ? "de" : "en"),
    () => "en" as const,
  );
  const words = LAST_RESORT[language];
  return (
    <html lang={language}>
      <head>
        <title>{words.name}</title>
      </head>
      <body
        style={{ font: "1rem/1.5 system-ui, sans-serif", margin: "20vh auto", maxWidth: "36rem" }}
      >
        <main>
          <h1>{words.title}</h1>
          <p>{words.failed}</p>
          <p>
            <button type="button" onClick={() => window.location.reload()}>
              {words.again}
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
