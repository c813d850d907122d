import { z } from "zod";
import { lineField } from "../team/line-field";
import { LIST_IDS } from "./shape";
import { viewQuery } from "./view-query";

/** Longest name of a view, and longest address, in characters. */
const VIEW_LIMITS = { name: 80, query: 2_000 };

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
