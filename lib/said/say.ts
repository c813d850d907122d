/** Says an English text of the code in another language; what is unknown comes back unchanged. */
export type Say = (text: string) => string;

/** For readers of English. */
export const sayAsIs: Say = (text) => text;
