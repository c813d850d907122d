import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { NEW_PURPOSE, purposeForm } from "../data-use/purpose";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { samplePdf } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import { exportedFunctions, parse, sourceFiles } from "../test-sources";
import { getArchiveRules, setArchiveRules } from "./archive-rules";
import { verifyChain } from "./audit";
import { getDashboard } from "./dashboard";
import { cancelDeparture, previewDeparture, recordDeparture } from "./departure";
import { listDocuments, openDocument, uploadDocument } from "./documents";
import { saveDraft } from "./drafts";
import { find } from "./find";
import { fitOfUnits } from "./fit";
import { handOverRequest } from "./hand-over";
import { listHistory } from "./history";
import {
  acceptInvitation,
  listInvitations,
  listMyInvitations,
  revokeInvitation,
} from "./invitations";
import { changeRole, listMembers, removeMember } from "./members";
import { updatePerson } from "./people";
import { getPerson } from "./person";
import { getPurpose, listPurposes, removePurpose, updatePurpose } from "./purposes";
import { getRequest } from "./requests";
import { everythingOf } from "./sample-everything";
import { type SampleTeam, sampleTeam } from "./sample-team";
import { type Call, type Stranger, TRESPASS_ON_HOLDINGS } from "./sample-trespass";
import { OWN_ACCESS, TRESPASS_ON_ACCESS } from "./sample-trespass-access";
import { OF_ONE_ALONE, SILENT_ON_FIRST_RUN } from "./sample-trespass-account";
import { TRESPASS_ON_AGREEMENTS } from "./sample-trespass-agreements";
import { APART_CALENDARS, OWN_CALENDARS, TRESPASS_ON_CALENDARS } from "./sample-trespass-calendar";
import { OWN_DUTIES, TRESPASS_ON_DUTIES } from "./sample-trespass-duties";
import { OWN_ENDINGS, TRESPASS_ON_ENDINGS } from "./sample-trespass-ending";
import { APART_EVENTS, OWN_EVENTS, TRESPASS_ON_EVENTS } from "./sample-trespass-events";
import { TRESPASS_ON_FORMS } from "./sample-trespass-form";
import { draftForOwnUnit, OWN_IMPORTS, TRESPASS_ON_IMPORTS } from "./sample-trespass-imports";
import { APART_LISTS, OWN_LISTS, TRESPASS_ON_LISTS } from "./sample-trespass-lists";
import { APART_MAIL, OWN_MAIL, TRESPASS_ON_MAIL } from "./sample-trespass-mail";
import { TRESPASS_ON_MOVES } from "./sample-trespass-moves";
import { OWN_NOTICES, TRESPASS_ON_NOTICES } from "./sample-trespass-notices";
import { OWN_OUTPUTS, TRESPASS_ON_RENEWALS } from "./sample-trespass-renewals";
import { OWN_ROSTERS, TRESPASS_ON_ROSTERS } from "./sample-trespass-rosters";
import { OWN_WAITING, TRESPASS_ON_WAITING } from "./sample-trespass-waiting";
import { getTeam, homePathOf, listMyTeams, requireMember } from "./teams";

const pdf = (id: string) => ({ id, name: "letter.pdf", bytes: samplePdf() });

const draft = (a: SampleTeam, version: number | null) => ({
  ...{ id: a.requestId, version, archive: "dbgap", title: "Mine now", unitIds: [a.unitId] },
  ...{ personIds: [], answers: {}, itemAnswers: {} },
});

const person = {
  ...{ name: "Eve", email: null, position: "", institution: "", rank: "", country: "" },
  timeZone: "UTC",
  language: "en" as const,
  ...{ startsOn: day("2026-01-01"), endsOn: null },
};

const purpose = purposeForm.parse({ ...NEW_PURPOSE, name: "Mine now", kinds: ["general"] });

/** Services that are told which row: each call names one of team A, asked by the lead of team B. */
const REFUSED: Record<string, Call[]> = {
  ...TRESPASS_ON_HOLDINGS,
  ...TRESPASS_ON_ACCESS,
  ...TRESPASS_ON_AGREEMENTS,
  ...TRESPASS_ON_DUTIES,
  ...TRESPASS_ON_CALENDARS,
  ...TRESPASS_ON_IMPORTS,
  ...TRESPASS_ON_ENDINGS,
  ...TRESPASS_ON_EVENTS,
  ...TRESPASS_ON_FORMS,
  ...TRESPASS_ON_WAITING,
  ...TRESPASS_ON_ROSTERS,
  ...TRESPASS_ON_LISTS,
  ...TRESPASS_ON_MAIL,
  ...TRESPASS_ON_MOVES,
  ...TRESPASS_ON_NOTICES,
  ...TRESPASS_ON_RENEWALS,
  "departure previewDeparture": [
    (b, a) => previewDeparture(b.lead, { personId: a.lead.personId, lastDay: day("2027-03-31") }),
  ],
  "departure recordDeparture": [
    (b, a) =>
      recordDeparture(b.lead, {
        ...{ commandId: randomUUID(), personId: a.lead.personId, version: 1, handOver: {} },
        ...{ lastDay: day("2027-03-31"), planHash: "0".repeat(64) },
      }),
  ],
  "departure cancelDeparture": [
    (b, a) =>
      cancelDeparture(b.lead, {
        ...{ commandId: randomUUID(), personId: a.lead.personId, version: 1 },
      }),
  ],
  "documents uploadDocument": [
    (b, a) => uploadDocument(b.lead, { ...pdf(randomUUID()), requestId: a.requestId }),
    (b, a) => uploadDocument(b.lead, pdf(a.documentId)),
  ],
  "documents openDocument": [(b, a) => openDocument(b.lead, a.documentId)],
  "documents listDocuments": [(b, a) => listDocuments(b.lead, a)],
  "drafts saveDraft": [
    (b, a) => saveDraft(b.lead, draft(a, 1)),
    (b, a) => saveDraft(b.lead, draft(a, null)),
    draftForOwnUnit,
  ],
  "hand-over handOverRequest": [
    (b, a) =>
      handOverRequest(b.lead, {
        ...{ requestId: a.requestId, version: 1, toPersonId: b.lead.personId },
      }),
  ],
  "invitations revokeInvitation": [(b, a) => revokeInvitation(b.lead, a)],
  "invitations acceptInvitation": [
    (b, a) =>
      acceptInvitation(b.user, { invitationId: a.invitationId, userName: "Eve", timeZone: "UTC" }),
  ],
  "members changeRole": [
    (b, a) => changeRole(b.lead, { userId: a.lead.userId, role: "viewer", was: "lead" }),
  ],
  "members removeMember": [(b, a) => removeMember(b.lead, { userId: a.lead.userId })],
  "person getPerson": [(b, a) => getPerson(b.lead, a.lead.personId)],
  "people updatePerson": [
    (b, a) => updatePerson(b.lead, { id: a.lead.personId, version: 1, person }),
  ],
  "fit fitOfUnits": [(b, a) => fitOfUnits(b.lead, { purposeId: a.purposeId, filter: { page: 1 } })],
  "purposes getPurpose": [(b, a) => getPurpose(b.lead, a.purposeId)],
  "purposes updatePurpose": [
    (b, a) => updatePurpose(b.lead, { id: a.purposeId, version: 1, purpose }),
  ],
  "purposes removePurpose": [(b, a) => removePurpose(b.lead, { id: a.purposeId })],
  "requests getRequest": [(b, a) => getRequest(b.lead, a.number)],
  "teams requireMember": [(b, a) => requireMember(b.user, a.slug)],
};

/** Services that show the actor's own: the answer to team B must not speak of team A. */
const SILENT: Record<string, Call> = {
  ...OWN_ACCESS,
  ...OWN_DUTIES,
  ...OWN_IMPORTS,
  ...OWN_ENDINGS,
  ...OWN_EVENTS,
  ...OWN_NOTICES,
  ...OWN_WAITING,
  ...OWN_CALENDARS,
  ...OWN_ROSTERS,
  ...OWN_LISTS,
  ...OWN_MAIL,
  ...OWN_OUTPUTS,
  "archive-rules getArchiveRules": (b) => getArchiveRules(b.lead),
  "archive-rules setArchiveRules": (b) =>
    setArchiveRules(b.lead, { archive: "physionet", version: 1, values: {} }),
  "audit verifyChain": (b) => verifyChain(b.lead),
  "dashboard getDashboard": (b) => getDashboard(b.lead),
  ...SILENT_ON_FIRST_RUN,
  "find find": (b) => find(b.lead, "sample"),
  "history listHistory": (b, a) => listHistory(b.lead, a),
  "invitations listInvitations": (b) => listInvitations(b.lead),
  "invitations listMyInvitations": (b) => listMyInvitations(b.user),
  "members listMembers": (b) => listMembers(b.lead),
  "purposes listPurposes": (b) => listPurposes(b.lead),
  "teams getTeam": (b) => getTeam(b.lead),
  "teams homePathOf": (b) => homePathOf(b.user),
  "teams listMyTeams": (b) => listMyTeams(b.user),
};

/** Services that neither name nor show rows of a team, and why. */
const APART: Record<string, string> = {
  ...APART_CALENDARS,
  ...APART_EVENTS,
  ...APART_LISTS,
  ...APART_MAIL,
  "audit verifyAllChains": "a job for all teams",
  "catalogue getUnit": "public",
  "catalogue listGatedUnits": "public",
  "catalogue listUnitsForRequest": "public",
  "catalogue searchCatalogue": "public",
  "catalogue-entry findArchiveEntry": "public",
  "catalogue-entry getEntry": "public",
  "delivery deliverNotices": "a job for all teams",
  "health databaseAnswers": "counts only",
  "health readHealth": "counts only",
  "heartbeat beat": "a job without team",
  "invitations inviteMember": "names an address, adds to the actor's team",
  "library addAnswer": "names nothing, adds to the actor's team",
  "limits spend": "counts uses, shows nothing",
  "notice-fates settle": "a job, for the team of the mails",
  "notice-letters writeLetters": "a job, for the teams of the mails",
  "people createPerson": "names nothing, adds to the actor's team",
  "purposes createPurpose": "names nothing, adds to the actor's team",
  "reminder-fates fatesOf": "a job for all teams",
  "reminder-fates hasten": "a job, for the team it names or all",
  "reminder-runs beginRun": "a job for all teams",
  "reminder-runs brakeOf": "a job for all teams",
  "reminder-runs endRun": "a job for all teams",
  "reminder-runs letFewGo": "a job for all teams",
  "reminders planReminders": "a job for all teams",
  ...OF_ONE_ALONE,
  "sessions endSession": "needs the secret of the session",
  "sessions readSession": "needs the secret of the session",
  "sign-in askForSignInLink": "before any team",
  "sign-in confirmSignIn": "needs the secret of the link",
  "sign-in isSignInLinkUsable": "needs the secret of the link",
  "teams createTeam": "names nothing, makes a team",
  "teams updateTeam": "changes the actor's team only",
};

let superuser: PrismaClient;
let a: SampleTeam;
let b: Stranger;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  a = await sampleTeam(superuser, "team-a", 77);
  const { lead } = await sampleTeam(superuser, "team-b");
  const { userId, name, now } = lead;
  const user = { kind: "signedIn", userId, name, now, email: "eve@example.org" } as const;
  b = { lead, user };
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

it("every service has its place in this file", () => {
  const services = sourceFiles("lib/services/*.ts")
    .filter((file) => !/\.test\.ts$|\/(transaction|list-pages|queue|sample-[\w-]+)\.ts$/.test(file))
    .flatMap((file) =>
      exportedFunctions(parse(file))
        .filter(({ isAsync, first }) => isAsync && first?.type !== "Tx")
        .map(({ name }) => `${file.slice("lib/services/".length, -".ts".length)} ${name}`),
    );
  const placed = [...Object.keys(REFUSED), ...Object.keys(SILENT), ...Object.keys(APART)];
  expect(placed.toSorted()).toEqual(services.toSorted());
});

describe("team B, asking for rows of team A", () => {
  const calls = Object.entries(REFUSED).flatMap(([service, all]) =>
    all.map((call) => ({ service, call })),
  );

  it.each(calls)(
    "is told by $service that there is no such thing, and changes nothing",
    async ({ call }) => {
      const before = await everythingOf(superuser, a.teamId);
      await expect(call(b, a)).rejects.toMatchObject({ name: "AppError", code: "NOT_FOUND" });
      expect(await everythingOf(superuser, a.teamId)).toEqual(before);
    },
  );

  it.each(Object.entries(SILENT))("reads nothing of it in %s", async (_service, call) => {
    const { unitId: _public, unitCode: _code, lead, number: _number, ...ids } = a;
    const secrets = [...Object.values(ids), lead.userId, lead.personId, lead.name];
    const answer = JSON.stringify((await call(b, a)) ?? null);
    for (const secret of secrets) expect(answer).not.toContain(secret);
  });
});
