import type { DepartureRules } from "../departure";

export const DEPARTURE: DepartureRules = {
  duties: () => [],
  handOver: () => ({ how: "transfer", why: "" }),
};
