/** What is said within the team, and letters to and from the archive; the two never mix. */
export const COMMENT_KINDS = ["internal", "to_archive", "from_archive"] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** The longest text of a comment or letter, in characters. */
export const COMMENT_LENGTH = 20_000;
