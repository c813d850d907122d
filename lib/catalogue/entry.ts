import { z } from "zod";
import { day, isDay } from "../dates/day";
import { ACCESS_CLASSES } from "./access-class";
import { IDENTIFIER_SCHEMES } from "./identifier";
import { RELATION_KINDS } from "./relation-kind";

/** How sure we are: read in a source, read in part, or to be checked by a person. */
export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What the data are, in the words of the filter. */
export const MODALITIES = [
  "brain MRI",
  "cancer genomics",
  "chest X-ray",
  "clinical notes",
  "clinical trial data",
  "cohort phenotypes",
  "copy number",
  "CT",
  "DNA methylation",
  "ECG",
  "emergency records",
  "exomes",
  "gene expression",
  "genomes",
  "genotypes",
  "GWAS summary statistics",
  "hospital records",
  "ICU records",
  "MRI",
  "radiographs",
  "retinal OCT",
  "retinal photographs",
  "RNA-seq",
  "somatic mutations",
  "synthetic",
  "tabular",
] as const;

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const words = z.string().trim().min(2).max(600);
const link = z.url({ protocol: /^https?$/ });
const list = z.array(words).default([]);
const archiveCode = z.string().regex(/^[a-z][a-z-]{1,20}$/);
const calendarDay = z.string().refine(isDay, "Not a calendar day.").transform(day);
const doi = z.string().regex(/^10\.\d{4,9}\/\S+$/);

/** Every record says where a reader can check it, and how sure we are. */
const evidence = {
  source: words,
  confidence: z.enum(CONFIDENCES),
};

export const archiveEntry = z.strictObject({
  slug,
  code: archiveCode,
  name: words,
  url: link,
  operator: words,
  access: words,
  note: words.optional(),
  ...evidence,
});
export type ArchiveEntry = z.infer<typeof archiveEntry>;

/** What one asks for: a PhysioNet version, a dbGaP consent group, an EGA data set. */
export const unitEntry = z.strictObject({
  code: z.string().min(3).max(60),
  label: words,
  version: z.string().max(20).optional(),
  consentCode: z
    .string()
    .regex(/^[A-Z]+(?:-[A-Z]+)*$/)
    .optional(),
  /** The committee that decides, as one spelling per committee. */
  dac: words.optional(),
  accessClass: z.enum(ACCESS_CLASSES),
  /** PhysioNet's access policy, where it has a gate. */
  policy: z.enum(["restricted", "credentialed", "contributor_review"]).optional(),
  isLatest: z.boolean().default(true),
  landingUrl: link,
  /** Types of training that the unit asks beyond its archive's own. */
  trainings: z.array(z.string()).default([]),
  /** Terms of the Data Use Ontology, where the unit has any; a term's value follows after `=`. */
  duo: z.array(z.string().regex(/^DUO:\d{7}(?:=[^=]{1,200})?$/)).default([]),
  /** The first day on which the files are open to nobody any more. */
  deprecatedOn: calendarDay.optional(),
  /** The last day on which the files are open to nobody yet. */
  embargoUntil: calendarDay.optional(),
  /** Facts of this record that nobody has confirmed, shown as such. */
  unverified: list,
});
export type UnitEntry = z.infer<typeof unitEntry>;

export const datasetEntry = z.strictObject({
  slug,
  title: words,
  shortTitle: z.string().min(2).max(60),
  /** Other names, for the search only. */
  aliases: list,
  archive: archiveCode,
  summary: words,
  accessClass: z.enum(ACCESS_CLASSES),
  /** The exact steps to the data, in words. */
  gate: words,
  licence: words.optional(),
  licenceUrl: link.optional(),
  modalities: z.array(z.enum(MODALITIES)).min(1),
  size: words.optional(),
  year: z.string().max(30).optional(),
  landingUrl: link,
  identifiers: z
    .array(
      z.strictObject({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string().min(3).max(200) }),
    )
    .default([]),
  units: z.array(unitEntry).default([]),
  gotchas: list,
  notes: list,
  unverified: list,
  ...evidence,
});
export type DatasetEntry = z.infer<typeof datasetEntry>;

export const publicationEntry = z.strictObject({
  slug,
  title: words,
  reference: words,
  year: z.int().min(1900).max(2100),
  doi: doi.optional(),
  pmid: z
    .string()
    .regex(/^[1-9]\d{0,7}$/)
    .optional(),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/)
    .optional(),
  url: link,
  /** What the paper says of its data, in our words. */
  statement: words.optional(),
  notes: list,
  uses: z.array(z.strictObject({ dataset: slug, note: words })).min(1),
  unverified: list,
  ...evidence,
});
export type PublicationEntry = z.infer<typeof publicationEntry>;

export const relationEntry = z.strictObject({
  from: slug,
  kind: z.enum(RELATION_KINDS),
  to: slug,
  note: words.optional(),
  ...evidence,
});
export type RelationEntry = z.infer<typeof relationEntry>;

/** The whole reviewed catalogue, as its files hold it. */
export interface Catalogue {
  archives: ArchiveEntry[];
  datasets: DatasetEntry[];
  publications: PublicationEntry[];
  relations: RelationEntry[];
}
