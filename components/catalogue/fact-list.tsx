import classes from "./fact-list.module.css";

/** Sentences one below the other. */
export function FactList({ facts }: { facts: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
