import type { AmendmentRules } from "../amendment";
import { SOURCES } from "./sources";

/** EGA: the agreement is with a committee, which is told of people and asked before anything else. */
export const AMENDMENTS: AmendmentRules = {
  people: {
    way: "notify",
    sentence:
      "Tell the committee within 30 days who joined or left. It has EGA open or close the permission of their accounts: who joins may open nothing before. People of another institution apply for themselves.",
    withinDays: 30,
    source: `${SOURCES.template}, clauses 5 and 12; ${SOURCES.accessFaq}`,
  },
  scope_add: {
    way: "ask",
    sentence:
      "Permission is given for each data set: ask the committee for the further one. It may add it to the agreement's appendix.",
    source: `${SOURCES.template}, appendices I and II; ${SOURCES.accessFaq}`,
  },
  scope_remove: {
    way: "notify",
    sentence:
      "Tell the committee that the data set is no longer used, and destroy every copy of it.",
    withinDays: 30,
    source: `${SOURCES.template}, clause 11. The clause asks for the destruction and names no days; 30 days to tell are our figure`,
  },
  aim: {
    way: "new_request",
    sentence:
      "The data may be used only for the project in the appendix. Another aim needs a new application to the committee.",
    source: `${SOURCES.template}, clause 1`,
  },
  end_date: {
    way: "ask",
    sentence:
      "The end stands in the agreement or in the permission at EGA: ask the committee to move it.",
    source: `${SOURCES.permission}; ${SOURCES.template}, clause 16`,
  },
  pi: {
    way: "ask",
    sentence:
      "The agreement names its User. Ask the committee to agree to another one; it may stop the access meanwhile.",
    source: `${SOURCES.accessFaq}; ${SOURCES.template}, definitions`,
  },
  hand_over: {
    way: "free",
    sentence:
      "The committee does not know who looks after the application in the team. It passes on here at once.",
    source: SOURCES.template,
  },
  pi_moves: {
    way: "close_first",
    sentence:
      "The agreement is with this institution. Tell the committee before the move: it confirms the access for another User here, or the agreement ends here and the new institution makes its own. The data stay behind until it has.",
    source: `${SOURCES.accessFaq}; ${SOURCES.template}, clauses 5, 11 and 13`,
  },
};
