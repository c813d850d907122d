import { type NamedUnit, nameOfUnit } from "@/lib/catalogue/unit-name";

/** Something to choose in a form. */
export interface Choice {
  value: string;
  label: string;
}

/** A unit to choose, with the archive that it is of. */
export interface UnitChoice extends Choice {
  archive: string;
}

/** Lines of text as a list; empty ones go. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A unit of the catalogue to choose; people look for it by name or by code. */
export function toUnitChoice(unit: NamedUnit & { id: string; archive: string }): UnitChoice {
  const name = nameOfUnit(unit);
  const label = name.includes(unit.code) ? name : `${name} · ${unit.code}`;
  return { value: unit.id, label, archive: unit.archive };
}

/** A person of the team to choose. */
export function toPersonChoice({ id, name }: { id: string; name: string }): Choice {
  return { value: id, label: name };
}
