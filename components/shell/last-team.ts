/** The cookie that holds the slug of the team one last worked in; a convenience, never a right. */
export const LAST_TEAM_COOKIE = "gatebook-team";
