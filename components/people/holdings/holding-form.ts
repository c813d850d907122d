import type { FactFormProps } from "./fact-form";

/** A dialog's title and form, without what its frame adds. */
export type HoldingForm = Omit<FactFormProps, "team" | "onClose" | "onConflict"> & {
  title: string;
};
