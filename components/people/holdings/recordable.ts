import { typesHeldBy } from "@/lib/people/qualification-types";
import { IDENTITY_SCHEMES } from "@/lib/people/schemes";
import type { Say } from "@/lib/said/say";

interface Named {
  id: string;
  name: string;
}

/** Every account and qualification that can be recorded of somebody, in the reader's words. */
export interface Recordable {
  accounts: readonly Named[];
  qualifications: readonly Named[];
}

export function recordableOf(holder: "person" | "institution", say: Say): Recordable {
  const named = ({ id, name }: Named) => ({ id, name: say(name) });
  return {
    accounts: holder === "person" ? IDENTITY_SCHEMES.map(named) : [],
    qualifications: typesHeldBy(holder).map(named),
  };
}
