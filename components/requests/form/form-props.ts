import type { Archive } from "@/lib/archives/archive";
import { nameOfUnit } from "@/lib/catalogue/unit-name";
import { itemKey } from "@/lib/requests/draft";
import { findLifecycle, stepOf } from "@/lib/requests/lifecycle";
import { locksOf, type RevisionFacts } from "@/lib/requests/revision";
import type { CatalogueUnit } from "@/lib/services/catalogue";
import type { TeamPerson } from "@/lib/services/people";
import type { RequestDetail } from "@/lib/services/requests";
import type { FormPerson, FormUnit } from "./form-values";
import type { FormArchive } from "./request-form-props";

type UnitColumns = Pick<
  CatalogueUnit,
  "id" | "code" | "version" | "consentCode" | "dac" | "accessClass" | "policy"
> & { dataset: { shortTitle: string } };

/** What the form of this lifecycle has to know of the archive. */
export function toFormArchive(archive: Archive, lifecycle: string): FormArchive {
  const { code, name, words, itemPerPerson } = archive;
  return { code, name, unitWord: words.unit, itemPerPerson, sections: archive.sections(lifecycle) };
}

/** A unit of the catalogue as the form shows it. */
export function toFormUnit(unit: UnitColumns): FormUnit {
  const { id, code, consentCode, dac, accessClass, policy, dataset } = unit;
  const name = nameOfUnit(unit);
  return { id, code, name, dataset: dataset.shortTitle, consentCode, dac, accessClass, policy };
}

/** A person of the team as the form shows them. */
export function toFormPerson(person: TeamPerson): FormPerson {
  const { id, name, email, rank, position, institution, presence } = person;
  const note = [position, institution].filter(Boolean).join(", ");
  return { id, name, email, rank, institution, note, hasLeft: presence === "left" };
}

/** What a stored request hands to its form. */
export function formOfRequest(
  archive: Archive,
  request: RequestDetail,
  revisions: readonly RevisionFacts[],
) {
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const { items } = request;
  const handedIn = items.filter((item) => item.step !== lifecycle.initial);
  const personIds = items.flatMap((item) => item.personId ?? []);
  const submit = lifecycle.moves.find(
    (move) => move.effect === "submit" && items.some((item) => move.from.includes(item.step)),
  );
  return {
    isEditable: items.some((item) => stepOf(lifecycle, item.step).editable),
    submitMove: submit?.id ?? null,
    sentBack: {
      revisions,
      locks: locksOf(
        archive.sections(lifecycle.id),
        items.map((item) => ({
          id: item.id,
          key: itemKey(item),
          isEditable: stepOf(lifecycle, item.step).editable ?? false,
        })),
        revisions,
      ),
    },
    draft: {
      id: request.id,
      version: request.version,
      number: request.number,
      content: {
        title: request.title,
        unitIds: [...new Set(items.map((item) => item.unitId))],
        personIds: [...new Set(personIds)],
        answers: request.answers,
        itemAnswers: Object.fromEntries(items.map((item) => [itemKey(item), item.answers])),
      },
    },
    fixed: {
      unitIds: handedIn.map((item) => item.unitId),
      personIds: handedIn.flatMap((item) => item.personId ?? []),
    },
  };
}
