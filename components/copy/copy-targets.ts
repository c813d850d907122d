import type { Archive } from "@/lib/archives/archive";
import type { Section, UnitFacts } from "@/lib/archives/form";
import { ARCHIVES } from "@/lib/archives/index";

/** A unit that a copy may ask for. */
export interface CopyUnit extends UnitFacts {
  id: string;
  archive: string;
  name: string;
  /** What a request for it goes through, which its form belongs to. */
  lifecycle: string;
}

/** An archive and the questions of its forms by lifecycle, as data. */
export interface CopyArchive {
  code: string;
  name: string;
  itemPerPerson: boolean;
  forms: Readonly<Record<string, readonly Section[]>>;
}

/** Every archive as the page of a copy looks at it. */
export function copyArchives(): CopyArchive[] {
  return ARCHIVES.map((archive) => {
    const { code, name, itemPerPerson, lifecycles } = archive;
    const forms = lifecycles.map(({ id }) => [id, questionsOf(archive, id)] as const);
    return { code, name, itemPerPerson, forms: Object.fromEntries(forms) };
  });
}

/** What is asked, without what is said beside it, which nobody reads before the form is open. */
function questionsOf(archive: Archive, lifecycle: string): Section[] {
  return archive.sections(lifecycle).map(({ intro: _intro, ...section }) => ({
    ...section,
    fields: section.fields.map(({ source: _source, ...field }) => ({ ...field, guidance: "" })),
  }));
}
