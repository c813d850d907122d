import type { HoldingActions } from "@/components/people/holdings/holdings";
import * as actions from "./actions";

/** Everything that can be recorded of accounts and qualifications, within this team. */
export function holdingActions(team: string): HoldingActions {
  return {
    recordIdentity: actions.recordIdentity.bind(null, team),
    updateIdentity: actions.updateIdentity.bind(null, team),
    removeIdentity: actions.removeIdentity.bind(null, team),
    recordQualification: actions.recordQualification.bind(null, team),
    moveQualification: actions.moveQualification.bind(null, team),
    correctQualification: actions.correctQualification.bind(null, team),
    waiveQualification: actions.waiveQualification.bind(null, team),
    attachProof: actions.attachProof.bind(null, team),
  };
}
