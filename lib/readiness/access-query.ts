import type { Day } from "../dates/day";
import type { AccessStatus } from "./verdict";

/** Which people, units and verdicts the access page shows. */
export interface AccessFilter {
  /** An archive's code. */
  archive?: string;
  /** Words that name the data: of the title, the accession, the version. */
  data?: string;
  /** Words of the person's name. */
  person?: string;
  state?: AccessStatus;
  /** The day that is asked about; today where none is named. */
  on?: Day;
  /** `ours`: what the team has anything to do with; `all`: everything gated in the catalogue. */
  units: "ours" | "all";
  /** `here`: on the team on that day; `all`: also who left or is still to come. */
  people: "here" | "all";
}

/** The filter as the address carries it, without what it says by itself: `archive=ega&on=2027-03-01`. */
export function writeAccessFilter(filter: Partial<AccessFilter>): string {
  const { units, people, ...rest } = filter;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (units === "all") query.set("units", units);
  if (people === "all") query.set("people", people);
  return query.toString();
}
