import type { ReactNode } from "react";
import type { Say } from "@/lib/said/say";

const NAME = "said";
const TAGS = `meta[name="${NAME}"]`;

type Pairs = readonly (readonly [text: string, said: string])[];

/**
 * What client components said in a page that the server drew. It travels with the page, so that the
 * browser says the same without the catalogue of all that could be said.
 */
export class PageSaid {
  private readonly known = new Map<string, string>();
  private tags = 0;
  private told = -1;

  /** For the server: says a text, and keeps it for the page. */
  keep(text: string, say: Say): string {
    const said = say(text);
    this.known.set(text, said);
    return said;
  }

  /** For the server: what was said since it was last asked for. The first time also nothing, as a sign. */
  tag(): ReactNode {
    if (this.told === this.known.size) return null;
    const pairs: Pairs = [...this.known]
      .slice(Math.max(0, this.told))
      .filter(([text, said]) => text !== said);
    this.told = this.known.size;
    return <meta key={this.told} name={NAME} content={JSON.stringify(pairs)} />;
  }

  /** For the browser: whether the server drew the page in this language. */
  isThere(): boolean {
    return document.querySelector(TAGS) !== null;
  }

  /** For the browser: as the page has it; what the page does not say stays English. */
  say: Say = (text) => {
    if (!this.known.has(text)) this.read();
    return this.known.get(text) ?? text;
  };

  /** Parts of a page may come after its beginning, and bring what they say with them. */
  private read(): void {
    const tags = [...document.querySelectorAll<HTMLMetaElement>(TAGS)];
    for (const { content } of tags.slice(this.tags)) {
      for (const [text, said] of JSON.parse(content) as Pairs) this.known.set(text, said);
    }
    this.tags = tags.length;
  }
}
