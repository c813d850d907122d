import type { IconSearch } from "@tabler/icons-react";
import type { Found, FoundKind } from "@/lib/find/found";

/** A line of the search: something found, opened lately, or that can be done. */
export interface Entry {
  /** Unlike any other on the list. */
  id: string;
  title: string;
  icon: typeof IconSearch;
  /** Where it leads; what has none is done here. */
  href?: string;
  run?: () => void;
  /** What was found; absent for actions. */
  found?: Found;
  /** Of what was opened lately. */
  kind?: FoundKind;
}
