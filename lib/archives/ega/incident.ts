import { phrase } from "../../said/phrase";
import { type IncidentRules, inWords } from "../incident";
import { SOURCES } from "./sources";

/** EGA: the agreement is with a committee, and its template asks to be told as soon as one knows. */
export const INCIDENTS: IncidentRules = {
  duties: ({ committees }) => {
    const whom = inWords(committees, phrase("the data access committee"));
    return [
      {
        kind: "ega_incident_notice",
        whom,
        where: null,
        what: `Tell ${whom} today that the terms of the agreement were breached, and what was done about it. Its address stands in the agreement and on the data set's page.`,
        deadline: { kind: "same_day" },
        remindAfterHours: [],
        rule: "The day of knowing: the template agreement says “as soon as it becomes aware” and names no hours. Your committee's own text may set another time.",
        source: `${SOURCES.template}, clause 14`,
        unconfirmed: "Each committee may change the template: look at the agreement you signed.",
      },
    ];
  },
  otherwise: "The committee wants to hear of every breach of the terms.",
  letter: {
    to: (committees) => (committees.length > 0 ? committees.join("\n") : "Data Access Committee"),
    opening:
      "Under our data access agreement we notify you of a breach of its terms or conditions that we have become aware of.",
    closing: "We shall tell you what else we find, and are ready to answer questions.",
  },
};
