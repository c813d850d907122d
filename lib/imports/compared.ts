import type { Archive } from "../archives/archive";
import type { Lifecycle } from "../archives/lifecycle";
import type { AccessEntry } from "../archives/status-import";
import type { RowChoice, Seen } from "./change";
import type { FoundPerson, FoundUnit, Place } from "./find";
import type { IndexedState } from "./state";

/** An access entry beside all that was found of what it is about. */
export interface Compared {
  archive: Archive;
  lifecycle: Lifecycle;
  entry: AccessEntry;
  choice: RowChoice;
  seen: Seen;
  state: IndexedState;
  unit: FoundUnit;
  person: FoundPerson | null;
  place: Place;
}
