import type { Language } from "./languages";
import german from "./messages/de.json";
import english from "./messages/en.json";

const WORDS: Record<Language, typeof english.errors> = {
  en: english.errors,
  de: german.errors,
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A page of one sentence for when no page can be rendered; it needs no script and no database.
 * @param sentence its name among the words of errors
 * @param again seconds after which the browser tries again by itself
 */
export function plainPage(
  language: Language,
  status: number,
  sentence: "foreignOrigin" | "tooLarge" | "databaseAway",
  again?: number,
): Response {
  const words = WORDS[language];
  const body = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${again === undefined ? "" : `<meta http-equiv="refresh" content="${again}">`}
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(words.plainTitle)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}</style>
</head>
<body>
<main>
<h1>${escapeHtml(words.plainTitle)}</h1>
<p>${escapeHtml(words[sentence])}</p>
<p><a href="">${escapeHtml(words.tryAgain)}</a></p>
</main>
</body>
</html>
`;
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      ...(again !== undefined && { "Retry-After": String(again) }),
    },
  });
}
