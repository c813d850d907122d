import { readArchiveIdentifiers } from "@/lib/archives/identifiers";
import { archiveByCode } from "@/lib/archives/index";
import { isGated } from "./access-class";
import type { Catalogue, DatasetEntry } from "./entry";

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function unitProblems(dataset: DatasetEntry): string[] {
  const { slug, archive, units } = dataset;
  const problems: string[] = [];
  const tracked = ["dbgap", "ega", "physionet"].includes(archive);
  if (tracked && units.length === 0) problems.push(`${slug} has no access unit`);
  if (!tracked && units.length > 0) problems.push(`${slug} has units but no archive to ask`);
  for (const unit of units) {
    if (readArchiveIdentifiers(unit.code)[0]?.value !== unit.code) {
      problems.push(`${slug}: ${unit.code} is not a canonical code of ${archive}`);
    }
    const known = archiveByCode(archive)?.qualifications.map(({ id }) => id) ?? [];
    for (const training of unit.trainings.filter((id) => !known.includes(id))) {
      problems.push(`${slug}: ${unit.code} asks for ${training}, which ${archive} does not know`);
    }
    if (archive === "physionet" && isGated(unit.accessClass) !== (unit.policy !== undefined)) {
      problems.push(`${slug}: ${unit.code} needs a policy exactly if it is gated`);
    }
  }
  if (archive === "physionet" && units.filter((unit) => unit.isLatest).length !== 1) {
    problems.push(`${slug} must have one latest version`);
  }
  return problems;
}

function linkProblems({ datasets, publications, relations }: Catalogue): string[] {
  const known = new Set(datasets.map((dataset) => dataset.slug));
  const unknown = [
    ...relations.flatMap((relation) =>
      [relation.from, relation.to]
        .filter((slug) => !known.has(slug))
        .map(
          (slug) =>
            `relation ${relation.from} ${relation.kind} ${relation.to}: no data set ${slug}`,
        ),
    ),
    ...publications.flatMap((publication) =>
      publication.uses
        .filter((use) => !known.has(use.dataset))
        .map((use) => `${publication.slug}: no data set ${use.dataset}`),
    ),
  ];
  const circular = relations.filter((relation) => relation.from === relation.to);
  return [...unknown, ...circular.map((relation) => `${relation.from} is related to itself`)];
}

/**
 * What is wrong across the records of a catalogue whose records are each well formed: unknown
 * references, repeated slugs or unit codes, units that cannot be asked for. One sentence each, empty
 * when all is well.
 */
export function catalogueProblems(catalogue: Catalogue): string[] {
  const { archives, datasets, publications, relations } = catalogue;
  const codes = new Set(archives.map((archive) => archive.code));
  const slugs = [...archives, ...datasets, ...publications].map((entry) => entry.slug);
  const units = datasets.flatMap((dataset) => dataset.units.map((unit) => unit.code));
  const pairs = relations.map((relation) => `${relation.from} ${relation.kind} ${relation.to}`);
  return [
    ...repeated(slugs).map((slug) => `two entries are called ${slug}`),
    ...repeated(units).map((code) => `two units have the code ${code}`),
    ...repeated(pairs).map((pair) => `the relation ${pair} stands twice`),
    ...datasets
      .filter((dataset) => !codes.has(dataset.archive))
      .map((dataset) => `${dataset.slug}: no archive ${dataset.archive}`),
    ...datasets.flatMap(unitProblems),
    ...linkProblems(catalogue),
  ];
}
