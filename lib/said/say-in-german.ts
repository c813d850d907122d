import german from "./german.json" with { type: "json" };
import { sayer } from "./sayer";

/** Says the English of the code in German, whatever it is. */
export const sayInGerman = sayer(german, "de");
