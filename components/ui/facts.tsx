import type { ReactNode } from "react";
import classes from "./facts.module.css";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Labels and values; a fact without a value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(
        ({ label, value }) =>
          value !== null &&
          value !== undefined &&
          value !== "" && (
            <div className={classes.fact} key={label}>
              <dt className={classes.label}>{label}</dt>
              <dd className={classes.value}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
