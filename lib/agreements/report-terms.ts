import { z } from "zod";
import { lineField } from "../team/line-field";

/** A whole number as typed, empty where the agreement names none. */
const countField = (most: number, message: string) =>
  z
    .union([z.literal(""), z.string().regex(/^\d{1,4}$/, message)], message)
    .default("")
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((count) => count === null || (count >= 1 && count <= most), message);

const DAYS = "Write a number of days from 1 to 366, or nothing.";

/** What an agreement asks for again and again, and between which days it may be renewed. */
export const reportTerms = {
  /** Months after its start, and again each time. */
  reportMonths: countField(120, "Write a number of months from 1 to 120, or nothing."),
  reportWhat: lineField(200).default(""),
  renewsDaysBefore: countField(366, DAYS),
  renewsDaysAfter: countField(366, DAYS),
};
