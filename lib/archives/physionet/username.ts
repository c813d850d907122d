/** A PhysioNet username: 4 to 50 letters, digits and hyphens, a letter first. */
export const USERNAME = "^[a-zA-Z][a-zA-Z0-9-]{3,49}$";
