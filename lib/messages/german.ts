import german from "./de.json";
import english from "./en.json";

type Tree = { [key: string]: string | Tree };

/** All German words; what has no German yet is shown in English, and a test names it. */
export const GERMAN = withFallback(german, english) as typeof english;

function withFallback(tree: Tree, fallback: Tree): Tree {
  const entries = Object.entries(fallback).map(([key, other]) => {
    const own = tree[key];
    if (typeof other === "string") return [key, typeof own === "string" ? own : other] as const;
    return [key, withFallback(typeof own === "object" ? own : {}, other)] as const;
  });
  return Object.fromEntries(entries);
}
