import { isOffice, type MustSign, mustSignAgain } from "../agreements/signing";
import { type AgreementState, stateOfAgreement } from "../agreements/state";
import { allVersions, sinceLastSigning } from "../agreements/version";
import { nameOfUnit } from "../catalogue/unit-name";
import type { Day } from "../dates/day";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type LoadedAgreement, loadVersions } from "./agreement-rows";
import { inTeam } from "./transaction";

/** Somebody who must sign a new version; `name` is empty for an office that anybody may fill. */
export interface Missing extends MustSign {
  name: string;
}

/** A line of the list. */
export interface AgreementLine {
  id: string;
  archive: string;
  name: string;
  textVersion: string;
  dac: string | null;
  startsOn: Day;
  endsOn: Day | null;
  /** How it stands today, and the day that goes with it. */
  state: AgreementState;
  on: Day | null;
  units: { id: string; code: string; name: string; slug: string }[];
  /** Who signed this text, or one of which it is a minor version. */
  signedBy: string[];
  mustSign: Missing[];
}

/** An agreement as a line of the list, on the reader's day. */
export function lineOf(row: LoadedAgreement, today: Day): AgreementLine {
  const { id, archive, name, textVersion, dac, startsOn, endsOn } = row;
  return {
    ...{ id, archive, name, textVersion, dac, startsOn, endsOn },
    ...stateOfAgreement(row, today),
    units: row.units.map(({ unit }) => ({
      id: unit.id,
      code: unit.code,
      name: nameOfUnit(unit),
      slug: unit.dataset.slug,
    })),
    signedBy: [...new Set(signaturesOf(row).map((signature) => signature.by))],
    mustSign: missingOn(row, today),
  };
}

/** A signature as a page shows it. */
export type SignatureLine = LoadedAgreement["signatures"][number] & {
  /** Who signed, by name. */
  by: string;
  /** Given on an earlier version, and good for this one. */
  isCarriedOver: boolean;
};

function signaturesOf(row: LoadedAgreement): SignatureLine[] {
  return sinceLastSigning(row).flatMap((version) =>
    version.signatures.map((signature) => ({
      ...signature,
      by: signature.person?.name ?? signature.signatory,
      isCarriedOver: version.id !== row.id,
    })),
  );
}

/** Who must sign again and is still there; an office must be filled even if its holder has left. */
function missingOn(row: LoadedAgreement, today: Day): Missing[] {
  const earlier = allVersions(row).flatMap(({ signatures }) => signatures);
  return mustSignAgain(row).flatMap((missing) => {
    if (missing.personId === null) return [{ ...missing, name: missing.signatory }];
    const signed = earlier.find(({ personId }) => personId === missing.personId);
    const isHere = signed && (signed.leavesOn === null || signed.leavesOn >= today);
    if (isHere) return [{ ...missing, name: signed.person?.name ?? "" }];
    return isOffice(missing.function) ? [{ ...missing, personId: null, name: "" }] : [];
  });
}

/** An agreement with all that its page shows. */
export type AgreementDetails = Awaited<ReturnType<typeof getAgreement>>;

/** One agreement of the team. Throws NOT_FOUND. */
export async function getAgreement(actor: Member, id: string) {
  authorise(actor, "agreement.read");
  const loaded = await inTeam(actor, (tx) => loadVersions(tx, actor, [id]));
  const row = loaded.get(id);
  if (!row) throw notFound("agreement");
  const today = todayFor(actor);
  const { previous: _before, next, replacesId: _replaced, ...facts } = row;
  return {
    ...facts,
    ...lineOf(row, today),
    isLatest: next === null,
    signatures: signaturesOf(row),
    versions: allVersions(row).map((version) => versionLine(version, today)),
  };
}

function versionLine(row: LoadedAgreement, today: Day) {
  const { id, name, textVersion, startsOn, change } = row;
  return { id, name, textVersion, startsOn, change, ...stateOfAgreement(row, today) };
}
