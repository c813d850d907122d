import german from "./de.json";
import english from "./en.json";
import { SAID_IN_GERMAN, type SaidWords } from "./said-in-german";

type Tree = { [key: string]: string | Tree };

/** Words of the pages, in a language other than English with what the code says in English. */
export type SpokenMessages = typeof english & { said?: SaidWords };

/** All German words; what has no German yet is shown in English, and a test names it. */
export const GERMAN: SpokenMessages = {
  ...(withFallback(german, english) as typeof english),
  said: SAID_IN_GERMAN,
};

function withFallback(tree: Tree, fallback: Tree): Tree {
  const entries = Object.entries(fallback).map(([key, other]) => {
    const own = tree[key];
    if (typeof other === "string") return [key, typeof own === "string" ? own : other] as const;
    return [key, withFallback(typeof own === "object" ? own : {}, other)] as const;
  });
  return Object.fromEntries(entries);
}
