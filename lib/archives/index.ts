import type { Archive } from "./archive";
import { DBGAP } from "./dbgap";
import { EGA } from "./ega";
import { PHYSIONET } from "./physionet";

/** The gated archives. A new one is a folder beside this file and a line here. */
export const ARCHIVES: readonly Archive[] = [DBGAP, EGA, PHYSIONET];

/** The gated archive with this code, undefined for open ones and unknown codes. */
export function archiveByCode(code: string): Archive | undefined {
  return ARCHIVES.find((archive) => archive.code === code);
}
