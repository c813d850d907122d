"use client";

import messages from "@/lib/messages/en.json";

/** Stands in when even the frame of the pages fails, so it leans on nothing but plain HTML. */
export default function GlobalError() {
  const words = messages.errors;
  return (
    <html lang="en">
      <head>
        <title>{words.plainTitle}</title>
      </head>
      <body
        style={{ font: "1rem/1.5 system-ui, sans-serif", margin: "20vh auto", maxWidth: "36rem" }}
      >
        <main>
          <h1>{words.title}</h1>
          <p>{words.failed}</p>
          <p>
            <button type="button" onClick={() => window.location.reload()}>
              {words.tryAgain}
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
