import { archiveByCode } from "../archives/index";

/** The columns that say what is to be done. */
export interface WordedDuty {
  kind: string;
  what: string;
  request: { archive: string; lifecycle: string } | null;
}

/** What to do, in the imperative: the duty's own words, or those of the archive for an approval's end. */
export function whatToDo({ kind, what, request }: WordedDuty): string {
  const duty = endDuty(kind, request);
  return what || (duty?.whatToDo ?? "");
}

/** What follows where the archive says it for this very duty; null for other duties. */
export function ifMissed({ kind, request }: WordedDuty): string | null {
  return endDuty(kind, request)?.ifMissed ?? null;
}

function endDuty(kind: string, request: WordedDuty["request"]) {
  const duty = request && archiveByCode(request.archive)?.terms(request.lifecycle).endDuty;
  return duty?.kind === kind ? duty : undefined;
}
