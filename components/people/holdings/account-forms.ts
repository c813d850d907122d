import type { IdentityScheme } from "@/lib/archives/qualification";
import type { IdentityRecord } from "@/lib/services/identities";
import { type FactField, type FactValues, textOf } from "./fact-fields";
import type { HoldingForm } from "./holding-form";
import type { Holdings } from "./holdings";

/** What the forms about one account are made from. */
export interface AccountContext {
  holdings: Holdings;
  scheme: IdentityScheme;
  /** The account that it is about; undefined for a new one. */
  row: IdentityRecord | undefined;
  words: AccountWords;
}

/** The words of these forms, `name` being what the account is called. */
export type AccountWords = (
  key:
    | ("value" | "verifiedOn" | "verifiedOnHelp" | "endsOn" | "endsOnHelp" | "proof")
    | ("recordTitle" | "recorded" | "verifyTitle" | "verified" | "editTitle")
    | ("removeTitle" | "removeText" | "remove" | "removed" | "proveTitle" | "proved"),
  facts: { name: string; value: string },
) => string;

/** Records a further account. */
export function recordAccount(context: AccountContext): HoldingForm {
  const { holdings, scheme } = context;
  const say = wordsOf(context);
  return {
    title: say("recordTitle"),
    start: startOf(undefined),
    fieldsFor: () => [valueField(context), ...dayFields(context)],
    proof: { label: say("proof") },
    send: ({ values, documentId, commandId }) =>
      holdings.actions.recordIdentity({
        ...{ commandId, personId: holdings.personId, scheme: scheme.id, documentId },
        identity: typed(values),
      }),
    done: say("recorded"),
  };
}

/** Says when somebody saw that the account is the person's own. */
export function verifyAccount(context: AccountContext): HoldingForm {
  const say = wordsOf(context);
  return {
    ...change(context),
    title: say("verifyTitle"),
    // An end that a link had before says nothing about the new one.
    start: {
      ...startOf(context.row),
      "identity.verifiedOn": context.holdings.today,
      "identity.endsOn": "",
    },
    fieldsFor: () => dayFields(context),
    done: say("verified"),
  };
}

/** Changes what was typed about the account. */
export function editAccount(context: AccountContext): HoldingForm {
  const say = wordsOf(context);
  return {
    ...change(context),
    title: say("editTitle"),
    start: startOf(context.row),
    fieldsFor: () => [valueField(context), ...dayFields(context)],
    done: say("recorded"),
  };
}

/** Takes the account off the list, once somebody said yes. */
export function removeAccount(context: AccountContext): HoldingForm {
  const say = wordsOf(context);
  const { row, holdings } = context;
  return {
    title: say("removeTitle"),
    intro: say("removeText"),
    start: {},
    fieldsFor: () => [],
    submit: say("remove"),
    isDanger: true,
    send: () => holdings.actions.removeIdentity({ id: row?.id, version: row?.version }),
    done: say("removed"),
  };
}

/** Adds the document that shows the account as the person's own. */
export function proveAccount(context: AccountContext): HoldingForm {
  const say = wordsOf(context);
  const { row, holdings } = context;
  return {
    title: say("proveTitle"),
    start: {},
    fieldsFor: () => [],
    proof: { label: say("proof"), isRequired: true },
    send: ({ documentId }) =>
      holdings.actions.attachProof({ kind: "identity", id: row?.id, documentId }),
    done: say("proved"),
  };
}

function wordsOf({ words, scheme, row }: AccountContext) {
  const facts = { name: scheme.name, value: row?.value ?? "" };
  return (key: Parameters<AccountWords>[0]) => words(key, facts);
}

function change({ holdings, row }: AccountContext): Pick<HoldingForm, "send"> {
  return {
    send: ({ values }) =>
      holdings.actions.updateIdentity({
        id: row?.id,
        version: row?.version,
        identity: typed(values),
      }),
  };
}

function valueField(context: AccountContext): FactField {
  const { guidance, example } = context.scheme;
  const label = wordsOf(context)("value");
  return {
    ...{ path: "identity.value", label, kind: "text" },
    ...{ required: true, help: guidance, example },
  };
}

function dayFields(context: AccountContext): FactField[] {
  const say = wordsOf(context);
  return (["verifiedOn", "endsOn"] as const).map((name) => ({
    path: `identity.${name}`,
    label: say(name),
    kind: "date",
    help: say(`${name}Help`),
  }));
}

function startOf(row: IdentityRecord | undefined): FactValues {
  return {
    "identity.value": row?.value ?? "",
    "identity.verifiedOn": row?.verifiedOn ?? "",
    "identity.endsOn": row?.endsOn ?? "",
  };
}

function typed(values: FactValues) {
  return {
    value: textOf(values, "identity.value"),
    verifiedOn: textOf(values, "identity.verifiedOn"),
    endsOn: textOf(values, "identity.endsOn"),
  };
}
