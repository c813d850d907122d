import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { env } from "./env";
import { AppError, type ErrorCode } from "./errors";
import { isOwnOrigin } from "./origin";
import { sayIn } from "./said/say-in";
import { tellable } from "./services/outage";
import { requireMember } from "./services/teams";
import { currentUser, readerOfPage, visitor } from "./session";
import type { Member, SignedIn, Visitor } from "./team/actor";

/** What a server action answers: the data, or a sentence and where it belongs. It never throws. */
export type ActionResult<T = undefined> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode | "SIGNED_OUT";
      message: string;
      /** The form field the message belongs to. */
      field?: string;
      /** A sentence for each field that cannot be taken, by dotted path. */
      fields?: Record<string, string>;
      details?: unknown;
    };

type Failure = Extract<ActionResult, { ok: false }>;

class SignedOut extends Error {}

/** An action anybody may send: sign-in. The handler's result goes to the browser as `data`. */
export function visitorAction<S extends z.ZodType, T>(
  schema: S,
  handler: (who: Visitor, input: z.output<S>) => Promise<T>,
): (input?: unknown) => Promise<ActionResult<T>> {
  return (input) => run(schema, input, async (parsed) => handler(await visitor(), parsed));
}

/** An action of a signed-in user outside any team. */
export function userAction<S extends z.ZodType, T>(
  schema: S,
  handler: (who: SignedIn, input: z.output<S>) => Promise<T>,
): (input?: unknown) => Promise<ActionResult<T>> {
  return (input) => run(schema, input, async (parsed) => handler(await signedIn(), parsed));
}

/** An action within a team: call it with the team's slug (from the address) and the input. */
export function teamAction<S extends z.ZodType, T>(
  schema: S,
  handler: (actor: Member, input: z.output<S>) => Promise<T>,
): (team: string, input: unknown) => Promise<ActionResult<T>> {
  return (team, input) =>
    run(schema, input, async (parsed) =>
      handler(await requireMember(await signedIn(), String(team)), parsed),
    );
}

async function signedIn(): Promise<SignedIn> {
  const user = await currentUser();
  if (user === null) throw new SignedOut();
  return user;
}

async function run<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (parsed: z.output<S>) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    if (!isOwnOrigin(await headers(), env().APP_URL)) {
      throw new AppError("FORBIDDEN", "This form was sent from another site. Open it here again.");
    }
    const parsed = schema.safeParse(
      input instanceof FormData ? Object.fromEntries(ownEntries(input)) : input,
    );
    return parsed.success
      ? { ok: true, data: await work(parsed.data) }
      : told(unfitInput(parsed.error.issues));
  } catch (error) {
    unstable_rethrow(error);
    return told(failure(error));
  }
}

/** The fields of a form without those that React adds for its own use. */
function ownEntries(form: FormData): [string, FormDataEntryValue][] {
  return [...form.entries()].filter(([name]) => !name.startsWith("$ACTION_"));
}

/** A failure in the reader's language; sentences are English in code. */
async function told(failure: Failure): Promise<Failure> {
  const say = sayIn((await readerOfPage()).language);
  const fields = Object.entries(failure.fields ?? {}).map(([name, text]) => [name, say(text)]);
  return {
    ...failure,
    message: say(failure.message),
    ...(failure.fields && { fields: Object.fromEntries(fields) }),
  };
}

function unfitInput(issues: z.core.$ZodIssue[]): Failure {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.join(".")] ??= issue.message;
  const [field] = Object.keys(fields);
  const message = issues[0]?.message ?? "This cannot be taken as it is.";
  return { ok: false, code: "INVALID", message, field, fields };
}

function failure(error: unknown): Failure {
  if (error instanceof SignedOut) {
    return {
      ok: false,
      code: "SIGNED_OUT",
      message: "Your session has ended. Sign in again in another tab, then send this once more.",
    };
  }
  const { code, message, options } = tellable(error, "action failed");
  const { field, details } = options;
  const fields = field === undefined ? undefined : { [field]: message };
  return { ok: false, code, message, field, fields, details };
}
