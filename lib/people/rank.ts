/**
 * What a person is at the institution. Archives ask for more than a job title: at dbGaP only the
 * first two may request data. Their words are in the messages, under `people.ranks`.
 */
export const RANKS = [
  "permanent_faculty",
  "senior_scientist",
  "postdoc",
  "graduate_student",
  "student",
  "staff",
  "official",
] as const;
type Rank = (typeof RANKS)[number];

/** Whether a text is one of the codes; stored ones may be empty or of another time. */
export function isRank(text: string): text is Rank {
  return (RANKS as readonly string[]).includes(text);
}
