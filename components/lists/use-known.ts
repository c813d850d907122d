import { useTranslations } from "next-intl";
import { ARCHIVES } from "@/lib/archives/index";
import type { KnownValues } from "@/lib/lists/complete";
import { fieldOf, type ListShape } from "@/lib/lists/shape";
import type { KnownNames } from "@/lib/services/known-names";

/**
 * What the search box offers after a colon, in the reader's words: the archives, people and data that
 * several lists can be asked for, of those that this one can be, and the values of its own fields.
 */
export function useKnown(shape: ListShape, names: KnownNames, own: KnownValues): KnownValues {
  const t = useTranslations("lists");
  const shared: KnownValues = {
    archive: ARCHIVES.map(({ code, name }) => ({ value: code, label: name })),
    member: [{ value: "me", label: t("me") }, ...names.people.map((value) => ({ value }))],
    data: names.data.map((value) => ({ value })),
  };
  const asked = Object.entries(shared).filter(([field]) => fieldOf(shape, field));
  return { ...Object.fromEntries(asked), ...own };
}
