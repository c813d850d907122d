import type { Missing } from "@/lib/services/agreements";
import { useFunctionWords } from "./function-words";

/** Who must sign again: by name, or the office that somebody must fill. */
export function MissingNames({ missing }: { missing: readonly Missing[] }) {
  const words = useFunctionWords();
  return missing.map((who, index) => (
    <span key={`${who.function} ${who.personId ?? who.name}`}>
      {index > 0 && ", "}
      {who.name === "" ? (
        words(who.function)
      ) : (
        <>
          <bdi>{who.name}</bdi> ({words(who.function)})
        </>
      )}
    </span>
  ));
}
