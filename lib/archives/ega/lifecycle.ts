import type { Lifecycle } from "../lifecycle";
import { MOVES } from "./moves";
import { STEPS } from "./steps";

/** An application to one data access committee for one or more data sets. */
export const APPLICATION: Lifecycle = {
  id: "ega-application",
  name: "Application to a data access committee at EGA",
  initial: "draft",
  steps: STEPS,
  moves: MOVES,
};
