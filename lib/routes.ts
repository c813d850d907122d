import type { Permission } from "./team/permissions";

/** What somebody needs: a permission, to be signed in, or nothing. */
type Need = Permission | "signedIn" | "public";

/**
 * Every page, route handler and server action, with what it needs. The test beside this file fails
 * for any that is missing here, and for any that asks in another way than its entry says.
 */
export const PAGES: Record<string, Need> = {
  "/": "public",
  "/catalogue": "catalogue.read",
  "/catalogue/[slug]": "catalogue.read",
  "/sign-in": "public",
  "/sign-in/check-mail": "public",
  "/sign-in/confirm": "signIn.confirm",
  "/welcome": "account.read",
  "/t/[team]": "dashboard.read",
  "/t/[team]/fit": "purpose.read",
  "/t/[team]/fit/purposes/[id]": "purpose.record",
  "/t/[team]/fit/purposes/new": "purpose.record",
  "/t/[team]/institution": "person.read",
  "/t/[team]/agreements": "agreement.read",
  "/t/[team]/agreements/[id]": "agreement.read",
  "/t/[team]/agreements/new": "agreement.record",
  "/t/[team]/people": "person.read",
  "/t/[team]/people/[id]": "person.read",
  "/t/[team]/people/[id]/leave": "departure.preview",
  "/t/[team]/requests": "request.read",
  "/t/[team]/requests/new": "request.create",
  "/t/[team]/requests/[number]": "request.read",
  "/t/[team]/requests/[number]/form": "request.read",
  "/t/[team]/settings": "team.read",
};

export const HANDLERS: Record<string, Need> = {
  "GET /api/auth/[...nextauth]": "public",
  "POST /api/auth/[...nextauth]": "public",
  "GET /api/health": "health.read",
  "POST /api/t/[team]/documents": "document.upload",
  "GET /api/t/[team]/documents/[id]": "document.read",
};

export const ACTIONS: Record<string, Need> = {
  "/sign-in askForLink": "signIn.ask",
  "/sign-in confirmLink": "signIn.confirm",
  "/sign-in signOut": "session.end",
  "/t/[team]/fit addPurpose": "purpose.record",
  "/t/[team]/fit changePurpose": "purpose.record",
  "/t/[team]/fit dropPurpose": "purpose.record",
  "/t/[team]/documents attachProof": "document.attach",
  "/t/[team]/documents deleteDocument": "document.delete",
  "/t/[team]/agreements addVersion": "agreement.record",
  "/t/[team]/agreements createAgreement": "agreement.record",
  "/t/[team]/agreements endNaming": "agreement.record",
  "/t/[team]/agreements nameInAppendix": "agreement.record",
  "/t/[team]/agreements recordSignature": "signature.record",
  "/t/[team]/agreements updateAgreement": "agreement.record",
  "/t/[team]/people addPerson": "person.create",
  "/t/[team]/people changePerson": "person.update",
  "/t/[team]/people invite": "invitation.create",
  "/t/[team]/people revoke": "invitation.revoke",
  "/t/[team]/people/[id] attachProof": "document.attach",
  "/t/[team]/people/[id] correctQualification": "qualification.record",
  "/t/[team]/people/[id] moveQualification": "qualification.record",
  "/t/[team]/people/[id] recordIdentity": "identity.record",
  "/t/[team]/people/[id] recordQualification": "qualification.record",
  "/t/[team]/people/[id] removeIdentity": "identity.record",
  "/t/[team]/people/[id] updateIdentity": "identity.record",
  "/t/[team]/people/[id] waiveQualification": "qualification.waive",
  "/t/[team]/people/[id]/leave cancelDeparture": "departure.record",
  "/t/[team]/people/[id]/leave recordDeparture": "departure.record",
  "/t/[team]/requests handOverRequest": "request.handOver",
  "/t/[team]/requests moveRequest": "request.move",
  "/t/[team]/requests saveDraft": "request.edit",
  "/t/[team]/requests settleDuty": "duty.settle",
  "/t/[team]/settings endMembership": "member.remove",
  "/t/[team]/settings giveRole": "member.changeRole",
  "/t/[team]/settings saveRules": "rules.update",
  "/t/[team]/settings saveTeam": "team.update",
  "/t/[team]/settings sendAgain": "mail.resend",
  "/t/[team]/settings signOutEverywhere": "account.update",
  "/welcome createTeam": "team.create",
  "/welcome joinTeam": "team.join",
};
