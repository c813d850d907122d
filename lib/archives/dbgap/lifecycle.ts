import type { Lifecycle } from "../lifecycle";
import { MOVES } from "./moves";
import { STEPS } from "./steps";

/** A dbGaP project: submitted as a whole, decided one data access request at a time. */
export const PROJECT: Lifecycle = {
  id: "dbgap-project",
  name: "dbGaP project",
  initial: "draft",
  steps: STEPS,
  moves: MOVES,
};
