import type { AnswerTopic } from "../archives/form";
import { ARCHIVES } from "../archives/index";
import { topicsOf } from "./library";

/** The topics that some archive's form asks about, in the library's order. */
export function topicsAsked(): AnswerTopic[] {
  return topicsOf(
    ARCHIVES.flatMap((archive) => archive.lifecycles.map(({ id }) => archive.sections(id))),
  );
}
