import { z } from "zod";
import { lineField } from "../team/line-field";
import { LIST_IDS } from "./shape";

/** Longest name of a view, and longest address, in characters. */
const VIEW_LIMITS = { name: 80, query: 2_000 };

/** Keys of an address that belong to one visit: which page of the list, and which view was opened. */
const OF_A_VISIT = ["after", "view"];

/**
 * What a list's address says without its page, each key once and in order, so that equal views are
 * equal texts. An empty search is one too: it shows what the list leaves out by itself.
 * @param search the part behind the question mark, with or without it
 */
export function viewQuery(search: string): string {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of [...new Set(given.keys())].toSorted()) {
    if (!OF_A_VISIT.includes(key)) kept.set(key, given.get(key) ?? "");
  }
  return kept.toString();
}

/** The address of a list as a view shows it; the view is named, so that changes to it can be saved over. */
export function viewHref(listPath: string, view: { id: string; query: string }): string {
  const address = new URLSearchParams(view.query);
  address.set("view", view.id);
  return `${listPath}?${address}`;
}

const name = lineField(VIEW_LIMITS.name, "Give the view a name.");
const query = z.string().max(VIEW_LIMITS.query).transform(viewQuery);
const version = z.number().int().positive();

/** What is typed of a view. */
export const viewForm = z.strictObject({ name, isShared: z.boolean() });
export type ViewFields = z.input<typeof viewForm>;

/** A new view; `commandId` is made by the form, so that a double click saves one. */
export const saveViewForm = z.strictObject({
  commandId: z.uuid(),
  list: z.enum(LIST_IDS),
  query,
  ...viewForm.shape,
});
export type SaveView = z.output<typeof saveViewForm>;

/** Another name, another address, or shown to the team or no longer; what is absent stays. */
export const changeViewForm = z.strictObject({
  ...{ id: z.uuid(), version, name: name.optional() },
  ...{ query: query.optional(), isShared: z.boolean().optional() },
});
export type ChangeView = z.output<typeof changeViewForm>;

export const removeViewForm = z.strictObject({ id: z.uuid(), version });
export type RemoveView = z.output<typeof removeViewForm>;
