import { z } from "zod";
import { catalogueProblems } from "@/lib/catalogue/check";
import {
  archiveEntry,
  type Catalogue,
  datasetEntry,
  publicationEntry,
  relationEntry,
} from "@/lib/catalogue/entry";
import archives from "./archives.json" with { type: "json" };
import dbgap from "./dbgap.json" with { type: "json" };
import ega from "./ega.json" with { type: "json" };
import open from "./open.json" with { type: "json" };
import papers from "./papers.json" with { type: "json" };
import physionet from "./physionet.json" with { type: "json" };
import relations from "./relations.json" with { type: "json" };

function parse<Entry>(file: string, schema: z.ZodType<Entry>, data: unknown): Entry[] {
  const result = z.array(schema).safeParse(data);
  if (result.success) return result.data;
  throw new Error(`prisma/catalogue/${file}: ${z.prettifyError(result.error)}`);
}

/**
 * The reviewed catalogue of the files in this folder, in the order in which they hold it.
 * Throws an Error that names the file, or every broken reference, when a record is wrong.
 */
export function readCatalogue(): Catalogue {
  const catalogue: Catalogue = {
    archives: parse("archives.json", archiveEntry, archives),
    datasets: [
      ...parse("physionet.json", datasetEntry, physionet),
      ...parse("dbgap.json", datasetEntry, dbgap),
      ...parse("ega.json", datasetEntry, ega),
      ...parse("open.json", datasetEntry, open),
    ],
    publications: parse("papers.json", publicationEntry, papers),
    relations: parse("relations.json", relationEntry, relations),
  };
  const problems = catalogueProblems(catalogue);
  if (problems.length > 0) throw new Error(`prisma/catalogue: ${problems.join("; ")}`);
  return catalogue;
}
