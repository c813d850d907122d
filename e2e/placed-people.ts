import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import { personForm } from "@/lib/people/forms";
import { qualificationForm } from "@/lib/people/qualification-forms";
import { recordIdentity } from "@/lib/services/identities";
import { listPeople, updatePerson } from "@/lib/services/people";
import { recordQualification } from "@/lib/services/qualifications";
import { memberOn } from "./beginnings";

// What people of a team have when a story begins that happened long ago, recorded by the services that
// the pages of other stories call.

async function personOf(page: Page, team: string, name: string) {
  const { actor } = await memberOn(page, team);
  const person = (await listPeople(actor)).find((each) => each.name.startsWith(name));
  if (!person) throw new Error(`Nobody on the team is called ${name}.`);
  return { actor, person };
}

/** Says since when somebody has been on the team. */
export async function setFirstDay(page: Page, team: string, name: string, on: Day): Promise<void> {
  const { actor, person } = await personOf(page, team, name);
  const { email, position, institution, rank, country, timeZone, endsOn, id, version } = person;
  const typed = {
    ...{ name: person.name, email: email ?? "", position, institution, rank: rank ?? "" },
    ...{ country: country ?? "", timeZone, startsOn: on, endsOn: endsOn ?? "" },
  };
  await updatePerson(actor, { id, version, person: personForm.parse(typed) });
}

/** Records an account of somebody that was verified on a day. */
export async function placeAccount(
  page: Page,
  team: string,
  name: string,
  account: { scheme: string; value: string; verifiedOn: Day },
): Promise<void> {
  const { actor, person } = await personOf(page, team, name);
  const { scheme, value, verifiedOn } = account;
  await recordIdentity(actor, {
    ...{ commandId: randomUUID(), personId: person.id, scheme, documentId: null },
    identity: { value, verifiedOn, endsOn: null },
  });
}

/** Records a qualification of somebody that was accepted on a day. */
export async function placeQualification(
  page: Page,
  team: string,
  name: string,
  { type, acceptedOn }: { type: string; acceptedOn: Day },
): Promise<void> {
  const { actor, person } = await personOf(page, team, name);
  const empty = { completedOn: "", startsOn: "", reportEndsOn: "", endsOn: "", reference: "" };
  await recordQualification(actor, {
    ...{ commandId: randomUUID(), type, personId: person.id, unitId: null, requestId: null },
    ...{ step: "accepted", documentId: null },
    qualification: qualificationForm.parse({ ...empty, since: acceptedOn, answers: {} }),
  });
}
