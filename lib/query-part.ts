import { z } from "zod";
import { type Day, isDay } from "./dates/day";

/** A part of an address as text; of a name that stands there several times the first. */
export const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** An archive's code, known or not. */
export const oneArchive = one.pipe(z.string().regex(/^[a-z]{1,20}$/));

/** A calendar day. */
export const oneDay = one.pipe(z.string().trim().refine(isDay)).transform((text) => text as Day);
