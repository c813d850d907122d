import type { ActionResult } from "@/lib/action";
import type { CopyLine } from "@/lib/services/copy-rows";

/** Something to choose in a form. */
export interface Choice {
  value: string;
  label: string;
}

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** The server actions that change copies; `restore` is null for readers who may not. */
export interface SendCopy {
  register: Send;
  change: Send;
  destroy: Send;
  restore: Send | null;
}

/** What a copy can be of, and by whom. */
export interface CopyChoices {
  people: readonly Choice[];
  requests: readonly { id: string; name: string; units: readonly { id: string; name: string }[] }[];
  /** All copies of the team, of which others may be made. */
  copies: readonly CopyLine[];
}

/** The data to choose among: those of the request, or of all where none is chosen. */
export function unitChoices({ requests }: CopyChoices, requestId: string): Choice[] {
  const chosen = requests.filter(({ id }) => requestId === "" || id === requestId);
  const names = new Map(chosen.flatMap(({ units }) => units.map(({ id, name }) => [id, name])));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}
