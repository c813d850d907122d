/** A disease as archives name it: the short code within a consent code, and its name in words. */
interface DiseaseName {
  code: string;
  name: string;
  /** Other spellings of the very same thing; narrower and broader diseases do not belong here. */
  same: readonly string[];
}

/**
 * The disease areas of consent codes, as far as the archive's own long names of its consent groups
 * say what the letters stand for (a study's page lists them, for example
 * https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000286 for FDO,
 * phs000287 for CVD, phs000954 for HLBS, phs000179 for CS, phs000988 for ASTHMA). Codes that are
 * not here stand for themselves: the letters mean what each study says, so nothing is guessed.
 */
const DISEASES: readonly DiseaseName[] = [
  { code: "ASTHMA", name: "asthma", same: [] },
  { code: "COPD", name: "COPD", same: ["chronic obstructive pulmonary disease"] },
  { code: "CS", name: "COPD and smoking", same: [] },
  {
    code: "CVD",
    name: "cardiovascular disease",
    same: ["cardiovascular diseases", "cardiovascular disorder", "cardiovascular disorders"],
  },
  { code: "HLBS", name: "heart, lung, blood and sleep disorders", same: [] },
];

/** "Focused disease only": the code does not say which disease that is. */
const FOCUS = "FDO";

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const byWords = new Map(
  DISEASES.flatMap((disease) =>
    [disease.code, disease.name, ...disease.same].map((words) => [folded(words), disease] as const),
  ),
);

/** The disease of a consent code in words; letters that nobody explained stand as they are. */
export function diseaseInWords(code: string): string {
  if (code === FOCUS) return "the focused disease of the study";
  return byWords.get(folded(code))?.name ?? code;
}

/**
 * Whether two texts name one disease: the same words, or two spellings that are listed as the same.
 * Never true for a narrower or broader one, since that is for the committee to judge; nor for a
 * group whose disease its code does not say.
 */
export function isSameDisease(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)];
  if (one === "" || other === "" || one === folded(FOCUS) || other === folded(FOCUS)) return false;
  const known = byWords.get(one);
  return one === other || (known !== undefined && known === byWords.get(other));
}
