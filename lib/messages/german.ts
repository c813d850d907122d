import type { Say } from "../said/say";
import { sayInGerman } from "../said/say-in-german";
import german from "./de.json";
import english from "./en.json";

type Tree = { [key: string]: string | Tree };

/** Words of the pages, in a language other than English with a way to say the English of the code. */
export type SpokenMessages = typeof english & { said?: { say: Say } };

/** All German words; what has no German yet is shown in English, and a test names it. */
export const GERMAN: SpokenMessages = {
  ...(withFallback(german, english) as typeof english),
  said: { say: sayInGerman },
};

function withFallback(tree: Tree, fallback: Tree): Tree {
  const entries = Object.entries(fallback).map(([key, other]) => {
    const own = tree[key];
    if (typeof other === "string") return [key, typeof own === "string" ? own : other] as const;
    return [key, withFallback(typeof own === "object" ? own : {}, other)] as const;
  });
  return Object.fromEntries(entries);
}
